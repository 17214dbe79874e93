// Compiled by orklint from the workflow recording; change its .ork file instead.

import { Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class RecordingStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const measureFn = new PythonFunction(this, 'measure_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'measure',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const compressFn = new PythonFunction(this, 'compress_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'compress',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const storeFn = new PythonFunction(this, 'store_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'store',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const transcribeFn = new PythonFunction(this, 'transcribe_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'transcribe',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const compareFn = new PythonFunction(this, 'compare_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'compare',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const before = new tasks.LambdaInvoke(this, 'before', {
      lambdaFunction: measureFn,
      payloadResponseOnly: true,
    });

    const compress = new tasks.LambdaInvoke(this, 'compress', {
      lambdaFunction: compressFn,
      payloadResponseOnly: true,
    });
    const compressFailed = new sfn.Pass(this, 'compress_failed');
    const store = new tasks.LambdaInvoke(this, 'store', {
      lambdaFunction: storeFn,
      payloadResponseOnly: true,
    });
    const storeFailed = new sfn.Pass(this, 'store_failed');
    compress.addCatch(compressFailed);
    store.addCatch(storeFailed);
    const transcribe = new tasks.LambdaInvoke(this, 'transcribe', {
      lambdaFunction: transcribeFn,
      payloadResponseOnly: true,
    });
    const transcribeFailed = new sfn.Pass(this, 'transcribe_failed');
    const store2 = new tasks.LambdaInvoke(this, 'store2', {
      lambdaFunction: storeFn,
      payloadResponseOnly: true,
    });
    const store2Failed = new sfn.Pass(this, 'store2_failed');
    transcribe.addCatch(transcribeFailed);
    store2.addCatch(store2Failed);
    const keep = new sfn.Parallel(this, 'keep').branch(
      compress.next(store),
      transcribe.next(store2),
    );

    const after = new tasks.LambdaInvoke(this, 'after', {
      lambdaFunction: measureFn,
      payloadResponseOnly: true,
    });
    const compare = new tasks.LambdaInvoke(this, 'compare', {
      lambdaFunction: compareFn,
      payloadResponseOnly: true,
    });

    const definition = before.next(keep).next(after).next(compare);
    this.stateMachine = new sfn.StateMachine(this, 'recording', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
