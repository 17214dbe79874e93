// Compiled by orklint from the workflow x; change its .ork file instead.

import { Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class XStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const xFn = new PythonFunction(this, 'x_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'x',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const yFn = new PythonFunction(this, 'y_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'y',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const zFn = new PythonFunction(this, 'z_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'z',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const gFn = new PythonFunction(this, 'g_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'g',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const x = new tasks.LambdaInvoke(this, 'x', { lambdaFunction: xFn, payloadResponseOnly: true });
    const y = new tasks.LambdaInvoke(this, 'y', { lambdaFunction: yFn, payloadResponseOnly: true });

    const z = new tasks.LambdaInvoke(this, 'z', { lambdaFunction: zFn, payloadResponseOnly: true });
    const zFailed = new sfn.Pass(this, 'z_failed');
    z.addCatch(zFailed);
    const g = new tasks.LambdaInvoke(this, 'g', { lambdaFunction: gFn, payloadResponseOnly: true });
    const gFailed = new sfn.Pass(this, 'g_failed');
    g.addCatch(gFailed);
    const parallelizeZG = new sfn.Parallel(this, 'parallelize_z_g').branch(z, g);

    const definition = x.next(y).next(parallelizeZG);
    this.stateMachine = new sfn.StateMachine(this, 'x2', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
