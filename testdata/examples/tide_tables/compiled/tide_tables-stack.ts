// Compiled by orklint from the workflow tide_tables; change its .ork file instead.

import { CfnParameter, Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

export class TideTablesStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const lookAtMachineParameter = new CfnParameter(this, 'LookAtMachine');
    const lookAtMachineFn = lambda.Function.fromFunctionArn(
      this,
      'look_at_machine_fn',
      lookAtMachineParameter.valueAsString,
    );
    const wakeMachineParameter = new CfnParameter(this, 'WakeMachine');
    const wakeMachineFn = lambda.Function.fromFunctionArn(
      this,
      'wake_machine_fn',
      wakeMachineParameter.valueAsString,
    );
    const startJobParameter = new CfnParameter(this, 'StartJob');
    const startJobFn = lambda.Function.fromFunctionArn(
      this,
      'start_job_fn',
      startJobParameter.valueAsString,
    );
    const askJobParameter = new CfnParameter(this, 'AskJob');
    const askJobFn = lambda.Function.fromFunctionArn(
      this,
      'ask_job_fn',
      askJobParameter.valueAsString,
    );
    const finishJobParameter = new CfnParameter(this, 'FinishJob');
    const finishJobFn = lambda.Function.fromFunctionArn(
      this,
      'finish_job_fn',
      finishJobParameter.valueAsString,
    );
    const putToSleepParameter = new CfnParameter(this, 'PutToSleep');
    const putToSleepFn = lambda.Function.fromFunctionArn(
      this,
      'put_to_sleep_fn',
      putToSleepParameter.valueAsString,
    );

    const look = new sfn.Pass(this, 'look', {
      result: sfn.Result.fromObject({ machine: 'tides' }),
      resultPath: '$.plan',
    });
    const lookAtMachine = new tasks.LambdaInvoke(this, 'look_at_machine', {
      lambdaFunction: lookAtMachineFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const isAwake = new sfn.Choice(this, 'is_awake');
    const wake = new sfn.Pass(this, 'wake', {
      result: sfn.Result.fromObject({ machine: 'tides', memory: 'large' }),
      resultPath: '$.plan',
    });
    const wakeMachine = new tasks.LambdaInvoke(this, 'wake_machine', {
      lambdaFunction: wakeMachineFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const machineGone = new sfn.Fail(this, 'machine_gone', {
      error: 'NoTables',
      cause: 'The machine is not to be had.',
    });
    const letItWake = new sfn.Wait(this, 'let_it_wake', {
      time: sfn.WaitTime.duration(Duration.minutes(12)),
    });
    const planGauges = new sfn.Pass(this, 'plan_gauges', {
      parameters: { job: 'gauges', 'coast.$': '$.coast' },
      resultPath: '$.plan',
    });
    const readGauges = new tasks.LambdaInvoke(this, 'read_gauges', {
      lambdaFunction: startJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const askGauges = new tasks.LambdaInvoke(this, 'ask_gauges', {
      lambdaFunction: askJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const gaugesRead = new sfn.Choice(this, 'gauges_read');
    const gaugesLost = new sfn.Fail(this, 'gauges_lost', {
      error: 'NoTables',
      cause: 'The gauges could not be read.',
    });
    const wait15s = new sfn.Wait(this, 'wait_15s', {
      time: sfn.WaitTime.duration(Duration.seconds(15)),
    });
    const planMoon = new sfn.Pass(this, 'plan_moon', {
      parameters: { job: 'moon', 'coast.$': '$.coast' },
      resultPath: '$.plan',
    });
    const placeMoon = new tasks.LambdaInvoke(this, 'place_moon', {
      lambdaFunction: startJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const askMoon = new tasks.LambdaInvoke(this, 'ask_moon', {
      lambdaFunction: askJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const moonPlaced = new sfn.Choice(this, 'moon_placed');
    const moonLost = new sfn.Fail(this, 'moon_lost', {
      error: 'NoTables',
      cause: 'The places of the moon could not be computed.',
    });
    const wait20s = new sfn.Wait(this, 'wait_20s', {
      time: sfn.WaitTime.duration(Duration.seconds(20)),
    });

    const planNorth = new sfn.Pass(this, 'plan_north', {
      parameters: { job: 'coast', coast: 'north' },
      resultPath: '$.plan',
    });
    const computeNorth = new tasks.LambdaInvoke(this, 'compute_north', {
      lambdaFunction: startJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const askNorth = new tasks.LambdaInvoke(this, 'ask_north', {
      lambdaFunction: askJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const northComputed = new sfn.Choice(this, 'north_computed');
    const northLost = new sfn.Fail(this, 'north_lost', {
      error: 'NoTables',
      cause: 'The north coast could not be computed.',
    });
    const wait5s = new sfn.Wait(this, 'wait_5s', {
      time: sfn.WaitTime.duration(Duration.seconds(5)),
    });
    const keepNorth = new tasks.LambdaInvoke(this, 'keep_north', {
      lambdaFunction: finishJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    northComputed
      .when(sfn.Condition.stringEquals('$.job', 'broken'), northLost)
      .when(sfn.Condition.stringEquals('$.job', 'done'), keepNorth)
      .otherwise(wait5s);
    wait5s.next(askNorth);
    const planSouth = new sfn.Pass(this, 'plan_south', {
      parameters: { job: 'coast', coast: 'south' },
      resultPath: '$.plan',
    });
    const computeSouth = new tasks.LambdaInvoke(this, 'compute_south', {
      lambdaFunction: startJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const askSouth = new tasks.LambdaInvoke(this, 'ask_south', {
      lambdaFunction: askJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const southComputed = new sfn.Choice(this, 'south_computed');
    const southLost = new sfn.Fail(this, 'south_lost', {
      error: 'NoTables',
      cause: 'The south coast could not be computed.',
    });
    const wait5s2 = new sfn.Wait(this, 'wait_5s2', {
      time: sfn.WaitTime.duration(Duration.seconds(5)),
    });
    const keepSouth = new tasks.LambdaInvoke(this, 'keep_south', {
      lambdaFunction: finishJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    southComputed
      .when(sfn.Condition.stringEquals('$.job', 'broken'), southLost)
      .when(sfn.Condition.stringEquals('$.job', 'done'), keepSouth)
      .otherwise(wait5s2);
    wait5s2.next(askSouth);
    const coasts = new sfn.Parallel(this, 'coasts', { resultPath: '$.coasts' }).branch(
      planNorth.next(computeNorth).next(askNorth).next(northComputed),
      planSouth.next(computeSouth).next(askSouth).next(southComputed),
    );

    const planTables = new sfn.Pass(this, 'plan_tables', {
      parameters: { job: 'tables', 'coasts.$': '$.coasts' },
      resultPath: '$.plan',
    });
    const setTables = new tasks.LambdaInvoke(this, 'set_tables', {
      lambdaFunction: startJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const askTables = new tasks.LambdaInvoke(this, 'ask_tables', {
      lambdaFunction: askJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const tablesSet = new sfn.Choice(this, 'tables_set');
    const tablesLost = new sfn.Fail(this, 'tables_lost', {
      error: 'NoTables',
      cause: 'The tables could not be set.',
    });
    const wait5s3 = new sfn.Wait(this, 'wait_5s3', {
      time: sfn.WaitTime.duration(Duration.seconds(5)),
    });
    const tablesDone = new sfn.Pass(this, 'tables_done');
    const checkTables = new tasks.LambdaInvoke(this, 'check_tables', {
      lambdaFunction: startJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const askCheck = new tasks.LambdaInvoke(this, 'ask_check', {
      lambdaFunction: askJobFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const tablesChecked = new sfn.Choice(this, 'tables_checked');
    const tablesWrong = new sfn.Fail(this, 'tables_wrong', {
      error: 'NoTables',
      cause: "The tables disagree with last year's.",
    });
    const wait5s4 = new sfn.Wait(this, 'wait_5s4', {
      time: sfn.WaitTime.duration(Duration.seconds(5)),
    });
    const checkDone = new sfn.Pass(this, 'check_done');
    const sleep = new sfn.Pass(this, 'sleep', {
      result: sfn.Result.fromObject({ machine: 'tides' }),
      resultPath: '$.plan',
    });
    const putToSleep = new tasks.LambdaInvoke(this, 'put_to_sleep', {
      lambdaFunction: putToSleepFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      comment: 'A machine that does not go to sleep is no reason to lose the tables.',
    });
    const letItSleep = new sfn.Wait(this, 'let_it_sleep', {
      time: sfn.WaitTime.duration(Duration.minutes(12)),
    });
    const lookAgain = new sfn.Pass(this, 'look_again', {
      result: sfn.Result.fromObject({ machine: 'tides' }),
      resultPath: '$.plan',
    });
    const lookWhetherAsleep = new tasks.LambdaInvoke(this, 'look_whether_asleep', {
      lambdaFunction: lookAtMachineFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const isAsleep = new sfn.Choice(this, 'is_asleep');
    const asleep = new sfn.Pass(this, 'asleep');
    isAwake
      .when(sfn.Condition.stringEquals('$.machine', 'awake'), planGauges)
      .when(sfn.Condition.stringEquals('$.machine', 'asleep'), wake)
      .when(sfn.Condition.stringEquals('$.machine', 'gone'), machineGone)
      .when(sfn.Condition.stringEquals('$.machine', 'waking'), letItWake);
    gaugesRead
      .when(sfn.Condition.stringEquals('$.job', 'broken'), gaugesLost)
      .when(sfn.Condition.stringEquals('$.job', 'done'), planMoon)
      .otherwise(wait15s);
    moonPlaced
      .when(sfn.Condition.stringEquals('$.job', 'broken'), moonLost)
      .when(sfn.Condition.stringEquals('$.job', 'done'), coasts)
      .otherwise(wait20s);
    tablesSet
      .when(sfn.Condition.stringEquals('$.job', 'broken'), tablesLost)
      .when(sfn.Condition.stringEquals('$.job', 'done'), tablesDone)
      .otherwise(wait5s3);
    tablesChecked
      .when(sfn.Condition.stringEquals('$.job', 'broken'), tablesWrong)
      .when(sfn.Condition.stringEquals('$.job', 'done'), checkDone)
      .otherwise(wait5s4);
    putToSleep.addCatch(asleep);
    isAsleep
      .when(sfn.Condition.stringEquals('$.machine', 'awake'), sleep)
      .when(sfn.Condition.stringEquals('$.machine', 'asleep'), asleep)
      .when(sfn.Condition.stringEquals('$.machine', 'gone'), machineGone)
      .when(sfn.Condition.stringEquals('$.machine', 'waking'), letItSleep);
    wake.next(wakeMachine).next(letItWake).next(look);
    planGauges.next(readGauges).next(askGauges).next(gaugesRead);
    wait15s.next(askGauges);
    planMoon.next(placeMoon).next(askMoon).next(moonPlaced);
    wait20s.next(askMoon);
    coasts.next(planTables).next(setTables).next(askTables).next(tablesSet);
    wait5s3.next(askTables);
    tablesDone.next(checkTables).next(askCheck).next(tablesChecked);
    wait5s4.next(askCheck);
    checkDone
      .next(sleep)
      .next(putToSleep)
      .next(letItSleep)
      .next(lookAgain)
      .next(lookWhetherAsleep)
      .next(isAsleep);

    const definition = look.next(lookAtMachine).next(isAwake);
    this.stateMachine = new sfn.StateMachine(this, 'tide_tables', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
