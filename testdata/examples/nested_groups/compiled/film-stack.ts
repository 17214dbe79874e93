// Compiled by orklint from the workflow film; change its .ork file instead.

import { Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class FilmStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const splitFilmFn = new PythonFunction(this, 'split_film_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'split_film',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const audioFn = new PythonFunction(this, 'audio_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'audio',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const textFn = new PythonFunction(this, 'text_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'text',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const mergeFn = new PythonFunction(this, 'merge_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'merge',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const sceneFn = new PythonFunction(this, 'scene_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'scene',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const posterFn = new PythonFunction(this, 'poster_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'poster',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const publishFn = new PythonFunction(this, 'publish_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'publish',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const splitFilm = new tasks.LambdaInvoke(this, 'split_film', {
      lambdaFunction: splitFilmFn,
      payloadResponseOnly: true,
    });

    const audio = new tasks.LambdaInvoke(this, 'audio', {
      lambdaFunction: audioFn,
      payloadResponseOnly: true,
    });
    const text = new tasks.LambdaInvoke(this, 'text', {
      lambdaFunction: textFn,
      payloadResponseOnly: true,
    });
    const parallelizeAudioText = new sfn.Parallel(this, 'parallelize_audio_text').branch(
      audio,
      text,
    );

    const parallelizeAudioTextFailed = new sfn.Pass(this, 'parallelize_audio_text_failed');
    const merge = new tasks.LambdaInvoke(this, 'merge', {
      lambdaFunction: mergeFn,
      payloadResponseOnly: true,
    });
    const mergeFailed = new sfn.Pass(this, 'merge_failed');
    parallelizeAudioText.addCatch(parallelizeAudioTextFailed);
    merge.addCatch(mergeFailed);

    const scene = new tasks.LambdaInvoke(this, 'scene', {
      lambdaFunction: sceneFn,
      payloadResponseOnly: true,
    });
    const sceneFailed = new sfn.Pass(this, 'scene_failed');
    scene.addCatch(sceneFailed);
    const mapScene = new sfn.Map(this, 'map_scene', { itemsPath: '$.scenes' }).itemProcessor(scene);

    const mapSceneFailed = new sfn.Pass(this, 'map_scene_failed');
    mapScene.addCatch(mapSceneFailed);
    const poster = new tasks.LambdaInvoke(this, 'poster', {
      lambdaFunction: posterFn,
      payloadResponseOnly: true,
    });
    const posterFailed = new sfn.Pass(this, 'poster_failed');
    poster.addCatch(posterFailed);
    const parallelizeParallelizeAudioTextMapScenePoster = new sfn.Parallel(this, 'parallelize_parallelize_audio_text_map_scene_poster').branch(
      parallelizeAudioText.next(merge),
      mapScene,
      poster,
    );

    const publish = new tasks.LambdaInvoke(this, 'publish', {
      lambdaFunction: publishFn,
      payloadResponseOnly: true,
    });

    const definition = splitFilm.next(parallelizeParallelizeAudioTextMapScenePoster).next(publish);
    this.stateMachine = new sfn.StateMachine(this, 'film', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
