// Compiled by orklint from the workflow retried; change its .ork file instead.

import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class RetriedStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const chargeFn = new PythonFunction(this, 'charge_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'charge',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const shipFn = new PythonFunction(this, 'ship_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'ship',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const refundFn = new PythonFunction(this, 'refund_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'refund',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const charge = new tasks.LambdaInvoke(this, 'charge', {
      lambdaFunction: chargeFn,
      payloadResponseOnly: true,
      taskTimeout: sfn.Timeout.duration(Duration.seconds(30)),
      resultPath: '$.receipt',
    });
    charge.addRetry({
      errors: ['States.Timeout', 'Card.Busy'],
      interval: Duration.seconds(2),
      maxAttempts: 0,
      backoffRate: 1.5,
      maxDelay: Duration.minutes(2),
      jitterStrategy: sfn.JitterType.FULL,
    });
    charge.addRetry({ errors: ['States.ALL'] });
    const ship = new tasks.LambdaInvoke(this, 'ship', {
      lambdaFunction: shipFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const refund = new tasks.LambdaInvoke(this, 'refund', {
      lambdaFunction: refundFn,
      payloadResponseOnly: true,
    });
    const sorry = new sfn.Succeed(this, 'sorry', { comment: 'Money is back' });
    const unexpected = new sfn.Fail(this, 'unexpected', {
      error: 'Unexpected',
      cause: "Charging failed for a reason that \"we\" don't know.",
    });
    charge.addCatch(refund, { errors: ['CardDeclined'], resultPath: '$.error' });
    charge.addCatch(unexpected, { resultPath: sfn.JsonPath.DISCARD });
    refund.next(sorry);

    const definition = charge.next(ship);
    this.stateMachine = new sfn.StateMachine(this, 'retried', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
