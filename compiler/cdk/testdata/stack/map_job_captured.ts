// Compiled by orklint from the workflow map_job_captured; change its .ork file instead.

import { Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class MapJobCapturedStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const listItemsFn = new PythonFunction(this, 'list_items_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'list_items',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const doublePriceFn = new PythonFunction(this, 'double_price_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'double_price',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const addUpFn = new PythonFunction(this, 'add_up_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'add_up',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const listItems = new tasks.LambdaInvoke(this, 'list_items', {
      lambdaFunction: listItemsFn,
      payloadResponseOnly: true,
    });

    const doublePrice = new tasks.LambdaInvoke(this, 'double_price', {
      lambdaFunction: doublePriceFn,
      payloadResponseOnly: true,
    });
    const doublePriceFailed = new sfn.Pass(this, 'double_price_failed');
    doublePrice.addCatch(doublePriceFailed);
    const mapDoublePrice = new sfn.Map(this, 'map_double_price').itemProcessor(doublePrice);

    const addUp = new tasks.LambdaInvoke(this, 'add_up', {
      lambdaFunction: addUpFn,
      payloadResponseOnly: true,
    });

    const definition = listItems.next(mapDoublePrice).next(addUp);
    this.stateMachine = new sfn.StateMachine(this, 'map_job_captured', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
