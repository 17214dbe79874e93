// Compiled by orklint from the workflow clicks; change its .ork file instead.

import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Construct } from 'constructs';

/** Counts a click by place and device, leaving out what cannot be told. */
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
    const findPlaceFn = new NodejsFunction(this, 'find_place_fn', {
      entry: 'lambdas/src/clicks.ts',
      handler: 'findPlace',
      runtime: lambda.Runtime.NODEJS_22_X,
      memorySize: 256,
      tracing: lambda.Tracing.ACTIVE,
    });
    const findDeviceFn = new lambda.Function(this, 'find_device_fn', {
      code: lambda.Code.fromAsset('lambdas/src'),
      handler: 'device.find_device',
      runtime: lambda.Runtime.NODEJS_22_X,
      tracing: lambda.Tracing.ACTIVE,
    });
    const countClickFn = new NodejsFunction(this, 'count_click_fn', {
      entry: 'lambdas/src/clicks.ts',
      handler: 'countClick',
      runtime: lambda.Runtime.NODEJS_22_X,
      tracing: lambda.Tracing.ACTIVE,
    });

    const parseEvent = new tasks.LambdaInvoke(this, 'parse_event', {
      lambdaFunction: parseEventFn,
      payloadResponseOnly: true,
    });

    const findPlace = new tasks.LambdaInvoke(this, 'find_place', {
      lambdaFunction: findPlaceFn,
      payloadResponseOnly: true,
    });
    const findPlaceFailed = new sfn.Pass(this, 'find_place_failed');
    findPlace.addCatch(findPlaceFailed);
    const findDevice = new tasks.LambdaInvoke(this, 'find_device', {
      lambdaFunction: findDeviceFn,
      payloadResponseOnly: true,
    });
    const findDeviceFailed = new sfn.Pass(this, 'find_device_failed');
    findDevice.addCatch(findDeviceFailed);
    const parallelizeFindPlaceFindDevice = new sfn.Parallel(this, 'parallelize_find_place_find_device').branch(
      findPlace,
      findDevice,
    );

    const countClick = new tasks.LambdaInvoke(this, 'count_click', {
      lambdaFunction: countClickFn,
      payloadResponseOnly: true,
    });

    const definition = parseEvent.next(parallelizeFindPlaceFindDevice).next(countClick);
    this.stateMachine = new sfn.StateMachine(this, 'clicks', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      comment: 'Counts a click by place and device, leaving out what cannot be told.',
      timeout: Duration.seconds(30),
      stateMachineType: sfn.StateMachineType.EXPRESS,
      tracingEnabled: true,
    });

    new events.Rule(this, 'clicks_event', {
      eventPattern: { source: ['shop.web'], detailType: ['Clicked'], detail: { robot: [false] } },
      targets: [new targets.SfnStateMachine(this.stateMachine)],
    });
  }
}
