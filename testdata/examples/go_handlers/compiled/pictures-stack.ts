// Compiled by orklint from the workflow pictures; change its .ork file instead.

import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class PicturesStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const resizeFn = new GoFunction(this, 'resize_fn', {
      entry: 'functions/resize',
      runtime: lambda.Runtime.PROVIDED_AL2023,
      memorySize: 512,
      tracing: lambda.Tracing.ACTIVE,
    });
    const indexFn = new PythonFunction(this, 'index_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'index',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.seconds(5),
      memorySize: 512,
      tracing: lambda.Tracing.ACTIVE,
    });

    const resize = new tasks.LambdaInvoke(this, 'resize', {
      lambdaFunction: resizeFn,
      payloadResponseOnly: true,
    });
    const resizeFailed = new sfn.Pass(this, 'resize_failed');
    resize.addCatch(resizeFailed);
    const mapResize = new sfn.Map(this, 'map_resize').itemProcessor(resize);

    const index = new tasks.LambdaInvoke(this, 'index', {
      lambdaFunction: indexFn,
      payloadResponseOnly: true,
    });

    const definition = mapResize.next(index);
    this.stateMachine = new sfn.StateMachine(this, 'pictures', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
