// Compiled by orklint from the workflow move_readers; change its .ork file instead.

import { CfnParameter, Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

export class MoveReadersStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const lookForMovesParameter = new CfnParameter(this, 'LookForMoves');
    const lookForMovesFn = lambda.Function.fromFunctionArn(
      this,
      'look_for_moves_fn',
      lookForMovesParameter.valueAsString,
    );
    const lookAtQueuesParameter = new CfnParameter(this, 'LookAtQueues');
    const lookAtQueuesFn = lambda.Function.fromFunctionArn(
      this,
      'look_at_queues_fn',
      lookAtQueuesParameter.valueAsString,
    );
    const lookIntoNewParameter = new CfnParameter(this, 'LookIntoNew');
    const lookIntoNewFn = lambda.Function.fromFunctionArn(
      this,
      'look_into_new_fn',
      lookIntoNewParameter.valueAsString,
    );
    const callLibrarianParameter = new CfnParameter(this, 'CallLibrarian');
    const callLibrarianFn = lambda.Function.fromFunctionArn(
      this,
      'call_librarian_fn',
      callLibrarianParameter.valueAsString,
    );
    const scanCardsParameter = new CfnParameter(this, 'ScanCards');
    const scanCardsFn = lambda.Function.fromFunctionArn(
      this,
      'scan_cards_fn',
      scanCardsParameter.valueAsString,
    );
    const writeReadersParameter = new CfnParameter(this, 'WriteReaders');
    const writeReadersFn = lambda.Function.fromFunctionArn(
      this,
      'write_readers_fn',
      writeReadersParameter.valueAsString,
    );
    const askWritingParameter = new CfnParameter(this, 'AskWriting');
    const askWritingFn = lambda.Function.fromFunctionArn(
      this,
      'ask_writing_fn',
      askWritingParameter.valueAsString,
    );
    const correctReadersParameter = new CfnParameter(this, 'CorrectReaders');
    const correctReadersFn = lambda.Function.fromFunctionArn(
      this,
      'correct_readers_fn',
      correctReadersParameter.valueAsString,
    );
    const tidyUpParameter = new CfnParameter(this, 'TidyUp');
    const tidyUpFn = lambda.Function.fromFunctionArn(
      this,
      'tidy_up_fn',
      tidyUpParameter.valueAsString,
    );

    const lookForMoves = new tasks.LambdaInvoke(this, 'look_for_moves', {
      lambdaFunction: lookForMovesFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const choice = new sfn.Choice(this, 'choice');
    const alone = new sfn.Pass(this, 'alone');
    const failAnotherMove = new sfn.Fail(this, 'fail_AnotherMove', {
      error: 'AnotherMove',
      cause: 'Another move is going on; see the log of look_for_moves.',
    });
    const wait1m = new sfn.Wait(this, 'wait_1m', {
      comment: 'Queues say how long they are only after a while.',
      time: sfn.WaitTime.duration(Duration.minutes(1)),
    });
    const lookAtQueues = new tasks.LambdaInvoke(this, 'look_at_queues', {
      lambdaFunction: lookAtQueuesFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const lookIntoNew = new tasks.LambdaInvoke(this, 'look_into_new', {
      lambdaFunction: lookIntoNewFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const choice2 = new sfn.Choice(this, 'choice2');
    const newIsEmpty = new sfn.Pass(this, 'new_is_empty');
    const failNotEmpty = new sfn.Fail(this, 'fail_NotEmpty', {
      error: 'NotEmpty',
      cause: 'The new system has readers already.',
    });

    const callForScan = new tasks.LambdaInvoke(this, 'call_for_scan', {
      lambdaFunction: callLibrarianFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      comment: 'Writes to the librarians what went wrong.',
    });
    const scanBroken = new sfn.Fail(this, 'scan_broken', {
      error: 'MoveBroken',
      cause: 'A step broke off; see its log.',
    });
    const scanCards = new tasks.LambdaInvoke(this, 'scan_cards', {
      lambdaFunction: scanCardsFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const choice3 = new sfn.Choice(this, 'choice3');
    const moreCards = new sfn.Pass(this, 'more_cards');
    const allScanned = new sfn.Pass(this, 'all_scanned');
    scanCards.addCatch(callForScan, { errors: ['States.TaskFailed'] });
    choice3
      .when(sfn.Condition.stringEquals('$.scanned', 'yes'), allScanned)
      .when(sfn.Condition.stringEquals('$.scanned', 'no'), moreCards)
      .otherwise(allScanned);
    callForScan.next(scanBroken);
    moreCards.next(scanCards);
    const callForWriting = new tasks.LambdaInvoke(this, 'call_for_writing', {
      lambdaFunction: callLibrarianFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      comment: 'Writes to the librarians what went wrong.',
    });
    const writingBroken = new sfn.Fail(this, 'writing_broken', {
      error: 'MoveBroken',
      cause: 'A step broke off; see its log.',
    });
    const wait1m2 = new sfn.Wait(this, 'wait_1m2', {
      time: sfn.WaitTime.duration(Duration.minutes(1)),
    });
    const writeEarly = new tasks.LambdaInvoke(this, 'write_early', {
      lambdaFunction: writeReadersFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const earlyJob = new sfn.Choice(this, 'early_job');
    const earlyGoing = new sfn.Pass(this, 'early_going');
    const wait30s = new sfn.Wait(this, 'wait_30s', {
      time: sfn.WaitTime.duration(Duration.seconds(30)),
    });
    const askEarly = new tasks.LambdaInvoke(this, 'ask_early', {
      lambdaFunction: askWritingFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const earlyDone = new sfn.Pass(this, 'early_done');
    const earlyQueue = new sfn.Choice(this, 'early_queue');
    const earlyMore = new sfn.Pass(this, 'early_more');
    const earlyDrained = new sfn.Pass(this, 'early_drained');
    writeEarly.addCatch(callForWriting, { errors: ['States.TaskFailed'] });
    earlyJob
      .when(
        sfn.Condition.or(
          sfn.Condition.stringEquals('$.writing', 'queued'),
          sfn.Condition.stringEquals('$.writing', 'going'),
        ),
        earlyGoing,
      )
      .when(
        sfn.Condition.or(
          sfn.Condition.stringEquals('$.writing', 'done'),
          sfn.Condition.stringEquals('$.writing', ''),
        ),
        earlyDone,
      );
    askEarly.addCatch(callForWriting, { errors: ['States.TaskFailed'] });
    earlyQueue
      .when(sfn.Condition.booleanEquals('$.queue_empty', true), earlyDrained)
      .when(sfn.Condition.booleanEquals('$.queue_empty', false), earlyMore);
    callForWriting.next(writingBroken);
    earlyGoing.next(wait30s).next(askEarly).next(earlyJob);
    earlyDone.next(earlyQueue);
    earlyMore.next(writeEarly);
    const scanAndWrite = new sfn.Parallel(this, 'scan_and_write', { resultPath: '$.first_rounds' }).branch(
      scanCards.next(choice3),
      wait1m2.next(writeEarly).next(earlyJob),
    );

    const wait1m3 = new sfn.Wait(this, 'wait_1m3', {
      time: sfn.WaitTime.duration(Duration.minutes(1)),
    });
    const writeReaders = new tasks.LambdaInvoke(this, 'write_readers', {
      lambdaFunction: writeReadersFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const job = new sfn.Choice(this, 'job');
    const going = new sfn.Pass(this, 'going');
    const wait30s2 = new sfn.Wait(this, 'wait_30s2', {
      time: sfn.WaitTime.duration(Duration.seconds(30)),
    });
    const askWriting = new tasks.LambdaInvoke(this, 'ask_writing', {
      lambdaFunction: askWritingFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const written = new sfn.Pass(this, 'written');
    const queue = new sfn.Choice(this, 'queue');
    const drained = new sfn.Pass(this, 'drained');
    const moreReaders = new sfn.Pass(this, 'more_readers');
    const correctReaders = new tasks.LambdaInvoke(this, 'correct_readers', {
      lambdaFunction: correctReadersFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const corrections = new sfn.Choice(this, 'corrections');
    const corrected = new sfn.Pass(this, 'corrected');
    const moreCorrections = new sfn.Pass(this, 'more_corrections');
    const tidyUp = new tasks.LambdaInvoke(this, 'tidy_up', {
      lambdaFunction: tidyUpFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const callForMove = new tasks.LambdaInvoke(this, 'call_for_move', {
      lambdaFunction: callLibrarianFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      comment: 'Writes to the librarians what went wrong.',
    });
    const moveBroken = new sfn.Fail(this, 'move_broken', {
      error: 'MoveBroken',
      cause: 'A step broke off; see its log.',
    });
    lookForMoves.addCatch(callForMove, { errors: ['States.TaskFailed'] });
    choice.when(sfn.Condition.booleanEquals('$.alone', true), alone).otherwise(failAnotherMove);
    lookAtQueues.addCatch(callForMove, { errors: ['States.TaskFailed'] });
    lookIntoNew.addCatch(callForMove, { errors: ['States.TaskFailed'] });
    choice2
      .when(sfn.Condition.booleanEquals('$.new_is_empty', true), newIsEmpty)
      .otherwise(failNotEmpty);
    writeReaders.addCatch(callForMove, { errors: ['States.TaskFailed'] });
    job
      .when(
        sfn.Condition.or(
          sfn.Condition.stringEquals('$.writing', 'queued'),
          sfn.Condition.stringEquals('$.writing', 'going'),
        ),
        going,
      )
      .when(
        sfn.Condition.or(
          sfn.Condition.stringEquals('$.writing', 'done'),
          sfn.Condition.stringEquals('$.writing', ''),
        ),
        written,
      );
    askWriting.addCatch(callForMove, { errors: ['States.TaskFailed'] });
    queue
      .when(sfn.Condition.booleanEquals('$.queue_empty', true), drained)
      .when(sfn.Condition.booleanEquals('$.queue_empty', false), moreReaders);
    correctReaders.addCatch(callForMove, { errors: ['States.TaskFailed'] });
    corrections
      .when(sfn.Condition.booleanEquals('$.corrections_empty', true), corrected)
      .when(sfn.Condition.booleanEquals('$.corrections_empty', false), moreCorrections);
    tidyUp.addCatch(callForMove, { errors: ['States.TaskFailed'] });
    alone.next(wait1m).next(lookAtQueues).next(lookIntoNew).next(choice2);
    newIsEmpty.next(scanAndWrite).next(wait1m3).next(writeReaders).next(job);
    going.next(wait30s2).next(askWriting).next(job);
    written.next(queue);
    drained.next(correctReaders).next(corrections);
    moreReaders.next(writeReaders);
    corrected.next(tidyUp);
    moreCorrections.next(correctReaders);
    callForMove.next(moveBroken);

    const definition = lookForMoves.next(choice);
    this.stateMachine = new sfn.StateMachine(this, 'move_readers', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
