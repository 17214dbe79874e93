// Compiled by orklint from the workflow clicks; change its .ork file instead.

import { Stack, StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import { Construct } from 'constructs';

export class ClicksStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const parseEventFn = new NodejsFunction(this, 'parse_event_fn', {
      entry: 'lambdas/src/clicks.ts',
      handler: 'parseEvent',
      runtime: lambda.Runtime.NODEJS_22_X,
      tracing: lambda.Tracing.ACTIVE,
    });
    const findDeviceFn = new lambda.Function(this, 'find_device_fn', {
      code: lambda.Code.fromAsset('lambdas/src'),
      handler: 'device.find_device',
      runtime: lambda.Runtime.NODEJS_20_X,
      tracing: lambda.Tracing.ACTIVE,
    });
    const countClickFn = new GoFunction(this, 'count_click_fn', {
      entry: 'functions/count',
      runtime: lambda.Runtime.PROVIDED_AL2023,
      memorySize: 256,
      tracing: lambda.Tracing.ACTIVE,
    });

    const parseEvent = new tasks.LambdaInvoke(this, 'parse_event', {
      lambdaFunction: parseEventFn,
      payloadResponseOnly: true,
    });
    const findDevice = new tasks.LambdaInvoke(this, 'find_device', {
      lambdaFunction: findDeviceFn,
      payloadResponseOnly: true,
    });
    const countClick = new tasks.LambdaInvoke(this, 'count_click', {
      lambdaFunction: countClickFn,
      payloadResponseOnly: true,
    });

    const definition = parseEvent.next(findDevice).next(countClick);
    this.stateMachine = new sfn.StateMachine(this, 'clicks', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      stateMachineType: sfn.StateMachineType.EXPRESS,
    });

    new events.Rule(this, 'clicks_event', {
      eventPattern: { source: ['shop.web'], detailType: ['Clicked'], detail: { robot: [false] } },
      targets: [new targets.SfnStateMachine(this.stateMachine)],
    });
  }
}
