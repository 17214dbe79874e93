// Compiled by orklint from the workflow checkout; change its .ork file instead.

import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class CheckoutStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const takeOrderFn = new PythonFunction(this, 'take_order_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'take_order',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.seconds(6),
      environment: {
        POWERTOOLS_SERVICE_NAME: 'take_order',
        POWERTOOLS_METRICS_NAMESPACE: 'take_order',
      },
      tracing: lambda.Tracing.ACTIVE,
    });
    const chargeFn = new PythonFunction(this, 'charge_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'charge',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.seconds(15),
      environment: {
        POWERTOOLS_SERVICE_NAME: 'charge',
        POWERTOOLS_METRICS_NAMESPACE: 'charge',
        POWERTOOLS_LOGGER_LOG_EVENT: 'false',
      },
      tracing: lambda.Tracing.ACTIVE,
    });
    const confirmFn = new PythonFunction(this, 'confirm_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'confirm',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.seconds(6),
      environment: {
        POWERTOOLS_SERVICE_NAME: 'confirm',
        POWERTOOLS_METRICS_NAMESPACE: 'confirm',
        POWERTOOLS_TRACER_CAPTURE_RESPONSE: 'false',
      },
      tracing: lambda.Tracing.ACTIVE,
    });

    const takeOrder = new tasks.LambdaInvoke(this, 'take_order', {
      lambdaFunction: takeOrderFn,
      payloadResponseOnly: true,
    });
    const charge = new tasks.LambdaInvoke(this, 'charge', {
      lambdaFunction: chargeFn,
      payloadResponseOnly: true,
    });
    const confirm = new tasks.LambdaInvoke(this, 'confirm', {
      lambdaFunction: confirmFn,
      payloadResponseOnly: true,
    });

    const definition = takeOrder.next(charge).next(confirm);
    this.stateMachine = new sfn.StateMachine(this, 'checkout', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
