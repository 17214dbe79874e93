// Compiled by orklint from the workflow seed_tuple; change its .ork file instead.

import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export function seedTuple(scope: Construct): sfn.IChainable {
  const xFn = new PythonFunction(scope, 'x_fn', {
    entry: 'lambdas',
    index: 'main.py',
    handler: 'x',
    runtime: lambda.Runtime.PYTHON_3_13,
    tracing: lambda.Tracing.ACTIVE,
  });
  const yFn = new PythonFunction(scope, 'y_fn', {
    entry: 'lambdas',
    index: 'main.py',
    handler: 'y',
    runtime: lambda.Runtime.PYTHON_3_13,
    tracing: lambda.Tracing.ACTIVE,
  });
  const zFn = new PythonFunction(scope, 'z_fn', {
    entry: 'lambdas',
    index: 'main.py',
    handler: 'z',
    runtime: lambda.Runtime.PYTHON_3_13,
    tracing: lambda.Tracing.ACTIVE,
  });
  const gFn = new PythonFunction(scope, 'g_fn', {
    entry: 'lambdas',
    index: 'main.py',
    handler: 'g',
    runtime: lambda.Runtime.PYTHON_3_13,
    tracing: lambda.Tracing.ACTIVE,
  });

  const x = new tasks.LambdaInvoke(scope, 'x', { lambdaFunction: xFn, payloadResponseOnly: true });
  const y = new tasks.LambdaInvoke(scope, 'y', { lambdaFunction: yFn, payloadResponseOnly: true });

  const z = new tasks.LambdaInvoke(scope, 'z', { lambdaFunction: zFn, payloadResponseOnly: true });
  const zFailed = new sfn.Pass(scope, 'z_failed');
  z.addCatch(zFailed);
  const g = new tasks.LambdaInvoke(scope, 'g', { lambdaFunction: gFn, payloadResponseOnly: true });
  const gFailed = new sfn.Pass(scope, 'g_failed');
  g.addCatch(gFailed);
  const parallelizeZG = new sfn.Parallel(scope, 'parallelize_z_g').branch(z, g);

  return x.next(y).next(parallelizeZG);
}
