// Compiled by orklint from the workflow album; change its .ork file instead.

import { Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class AlbumStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const listPhotosFn = new PythonFunction(this, 'list_photos_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'list_photos',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const readExifFn = new PythonFunction(this, 'read_exif_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'read_exif',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const thumbnailFn = new PythonFunction(this, 'thumbnail_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'thumbnail',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const makeAlbumFn = new PythonFunction(this, 'make_album_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'make_album',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const listPhotos = new tasks.LambdaInvoke(this, 'list_photos', {
      lambdaFunction: listPhotosFn,
      payloadResponseOnly: true,
    });

    const readExif = new tasks.LambdaInvoke(this, 'read_exif', {
      lambdaFunction: readExifFn,
      payloadResponseOnly: true,
    });
    const thumbnail = new tasks.LambdaInvoke(this, 'thumbnail', {
      lambdaFunction: thumbnailFn,
      payloadResponseOnly: true,
    });
    const mapReadExif = new sfn.Map(this, 'map_read_exif', { itemsPath: '$.photos' }).itemProcessor(
      readExif.next(thumbnail),
    );

    const makeAlbum = new tasks.LambdaInvoke(this, 'make_album', {
      lambdaFunction: makeAlbumFn,
      payloadResponseOnly: true,
    });

    const definition = listPhotos.next(mapReadExif).next(makeAlbum);
    this.stateMachine = new sfn.StateMachine(this, 'album', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
