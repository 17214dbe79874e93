// Compiled by orklint from the workflow berth_orders; change its .ork file instead.

import { CfnParameter, Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

export class BerthOrdersStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const freeBerthParameter = new CfnParameter(this, 'FreeBerth');
    const freeBerthFn = lambda.Function.fromFunctionArn(
      this,
      'free_berth_fn',
      freeBerthParameter.valueAsString,
    );
    const findShipParameter = new CfnParameter(this, 'FindShip');
    const findShipFn = lambda.Function.fromFunctionArn(
      this,
      'find_ship_fn',
      findShipParameter.valueAsString,
    );
    const listBerthsParameter = new CfnParameter(this, 'ListBerths');
    const listBerthsFn = lambda.Function.fromFunctionArn(
      this,
      'list_berths_fn',
      listBerthsParameter.valueAsString,
    );
    const listPiersParameter = new CfnParameter(this, 'ListPiers');
    const listPiersFn = lambda.Function.fromFunctionArn(
      this,
      'list_piers_fn',
      listPiersParameter.valueAsString,
    );
    const callPilotParameter = new CfnParameter(this, 'CallPilot');
    const callPilotFn = lambda.Function.fromFunctionArn(
      this,
      'call_pilot_fn',
      callPilotParameter.valueAsString,
    );
    const answerTugParameter = new CfnParameter(this, 'AnswerTug');
    const answerTugFn = lambda.Function.fromFunctionArn(
      this,
      'answer_tug_fn',
      answerTugParameter.valueAsString,
    );
    const askBerthParameter = new CfnParameter(this, 'AskBerth');
    const askBerthFn = lambda.Function.fromFunctionArn(
      this,
      'ask_berth_fn',
      askBerthParameter.valueAsString,
    );
    const changeBerthParameter = new CfnParameter(this, 'ChangeBerth');
    const changeBerthFn = lambda.Function.fromFunctionArn(
      this,
      'change_berth_fn',
      changeBerthParameter.valueAsString,
    );
    const layCourseParameter = new CfnParameter(this, 'LayCourse');
    const layCourseFn = lambda.Function.fromFunctionArn(
      this,
      'lay_course_fn',
      layCourseParameter.valueAsString,
    );
    const leavePierParameter = new CfnParameter(this, 'LeavePier');
    const leavePierFn = lambda.Function.fromFunctionArn(
      this,
      'leave_pier_fn',
      leavePierParameter.valueAsString,
    );
    const joinPierParameter = new CfnParameter(this, 'JoinPier');
    const joinPierFn = lambda.Function.fromFunctionArn(
      this,
      'join_pier_fn',
      joinPierParameter.valueAsString,
    );
    const listLinesParameter = new CfnParameter(this, 'ListLines');
    const listLinesFn = lambda.Function.fromFunctionArn(
      this,
      'list_lines_fn',
      listLinesParameter.valueAsString,
    );
    const castLinesParameter = new CfnParameter(this, 'CastLines');
    const castLinesFn = lambda.Function.fromFunctionArn(
      this,
      'cast_lines_fn',
      castLinesParameter.valueAsString,
    );
    const takeInLinesParameter = new CfnParameter(this, 'TakeInLines');
    const takeInLinesFn = lambda.Function.fromFunctionArn(
      this,
      'take_in_lines_fn',
      takeInLinesParameter.valueAsString,
    );
    const markBerthParameter = new CfnParameter(this, 'MarkBerth');
    const markBerthFn = lambda.Function.fromFunctionArn(
      this,
      'mark_berth_fn',
      markBerthParameter.valueAsString,
    );
    const writeBookParameter = new CfnParameter(this, 'WriteBook');
    const writeBookFn = lambda.Function.fromFunctionArn(
      this,
      'write_book_fn',
      writeBookParameter.valueAsString,
    );
    const hoistFlagsParameter = new CfnParameter(this, 'HoistFlags');
    const hoistFlagsFn = lambda.Function.fromFunctionArn(
      this,
      'hoist_flags_fn',
      hoistFlagsParameter.valueAsString,
    );
    const tellOfficeParameter = new CfnParameter(this, 'TellOffice');
    const tellOfficeFn = lambda.Function.fromFunctionArn(
      this,
      'tell_office_fn',
      tellOfficeParameter.valueAsString,
    );
    const noteTroubleParameter = new CfnParameter(this, 'NoteTrouble');
    const noteTroubleFn = lambda.Function.fromFunctionArn(
      this,
      'note_trouble_fn',
      noteTroubleParameter.valueAsString,
    );

    const sortEvent = new sfn.Choice(this, 'sort_event');
    const freeBerth = new tasks.LambdaInvoke(this, 'free_berth', {
      lambdaFunction: freeBerthFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    freeBerth.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const findShip = new tasks.LambdaInvoke(this, 'find_ship', {
      lambdaFunction: findShipFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    findShip.addRetry({ errors: ['NoSuchShip'], interval: Duration.seconds(10), maxAttempts: 2 });
    findShip.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const shipIsGone = new sfn.Pass(this, 'ship_is_gone');
    const listBerths = new tasks.LambdaInvoke(this, 'list_berths', {
      lambdaFunction: listBerthsFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    listBerths.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const listPiers = new tasks.LambdaInvoke(this, 'list_piers', {
      lambdaFunction: listPiersFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    listPiers.addRetry({ errors: ['NoSuchPier'], interval: Duration.seconds(10), maxAttempts: 2 });
    listPiers.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const needPilot = new sfn.Choice(this, 'need_pilot');
    const pilotNeeded = new sfn.Pass(this, 'pilot_needed');
    const callPilot = new tasks.LambdaInvoke(this, 'call_pilot', {
      lambdaFunction: callPilotFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    callPilot.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const noPilotNeeded = new sfn.Pass(this, 'no_pilot_needed');
    const sentByTug = new sfn.Choice(this, 'sent_by_tug');
    const answerTug = new tasks.LambdaInvoke(this, 'answer_tug', {
      lambdaFunction: answerTugFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    answerTug.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const askBerth = new tasks.LambdaInvoke(this, 'ask_berth', {
      lambdaFunction: askBerthFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    askBerth.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const berthIsFree = new sfn.Choice(this, 'berth_is_free');
    const letItChange = new sfn.Wait(this, 'let_it_change', {
      time: sfn.WaitTime.duration(Duration.seconds(15)),
    });
    const hasCourse = new sfn.Choice(this, 'has_course');
    const changeBerth = new tasks.LambdaInvoke(this, 'change_berth', {
      lambdaFunction: changeBerthFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    changeBerth.addRetry({ errors: ['BerthIsMade'], interval: Duration.seconds(30) });
    changeBerth.addRetry({ errors: ['HarbourBusy'], interval: Duration.minutes(1) });
    changeBerth.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const isChanged = new sfn.Choice(this, 'is_changed');
    const letItSettle = new sfn.Wait(this, 'let_it_settle', {
      time: sfn.WaitTime.duration(Duration.seconds(15)),
    });
    const askChange = new tasks.LambdaInvoke(this, 'ask_change', {
      lambdaFunction: askBerthFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    askChange.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const layCourse = new tasks.LambdaInvoke(this, 'lay_course', {
      lambdaFunction: layCourseFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    layCourse.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const isFlagged = new sfn.Choice(this, 'is_flagged');
    const pierChanges = new sfn.Choice(this, 'pier_changes');
    const hasPier = new sfn.Choice(this, 'has_pier');
    const leavePier = new tasks.LambdaInvoke(this, 'leave_pier', {
      lambdaFunction: leavePierFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    leavePier.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const joinPier = new tasks.LambdaInvoke(this, 'join_pier', {
      lambdaFunction: joinPierFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    joinPier.addRetry({ errors: ['AlreadyMoored'], interval: Duration.seconds(5) });
    joinPier.addRetry({ errors: ['HarbourBusy'], interval: Duration.minutes(1) });
    joinPier.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const mooredAlready = new sfn.Pass(this, 'moored_already');
    const listLines = new tasks.LambdaInvoke(this, 'list_lines', {
      lambdaFunction: listLinesFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    listLines.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const castLines = new tasks.LambdaInvoke(this, 'cast_lines', {
      lambdaFunction: castLinesFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    castLines.addRetry({ errors: ['AlreadyMoored'], interval: Duration.seconds(5) });
    castLines.addRetry({ errors: ['HarbourBusy'], interval: Duration.minutes(1) });
    castLines.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const takeInLines = new tasks.LambdaInvoke(this, 'take_in_lines', {
      lambdaFunction: takeInLinesFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    takeInLines.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const markBerth = new tasks.LambdaInvoke(this, 'mark_berth', {
      lambdaFunction: markBerthFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    markBerth.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });

    const writeBook = new tasks.LambdaInvoke(this, 'write_book', {
      lambdaFunction: writeBookFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    writeBook.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    const hoistFlags = new tasks.LambdaInvoke(this, 'hoist_flags', {
      lambdaFunction: hoistFlagsFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const tellOffice = new tasks.LambdaInvoke(this, 'tell_office', {
      lambdaFunction: tellOfficeFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const logOrder = new sfn.Parallel(this, 'log_order', { resultPath: sfn.JsonPath.DISCARD }).branch(
      writeBook,
      hoistFlags,
      tellOffice,
    );

    const howItWent = new sfn.Choice(this, 'how_it_went');
    const orderFailed = new sfn.Fail(this, 'order_failed', {
      comment: 'What it was stands in the log.',
    });
    const orderDone = new sfn.Pass(this, 'order_done');
    const noteTrouble = new tasks.LambdaInvoke(this, 'note_trouble', {
      lambdaFunction: noteTroubleFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    noteTrouble.addRetry({ errors: ['States.TaskFailed'], interval: Duration.seconds(5) });
    sortEvent
      .when(
        sfn.Condition.not(sfn.Condition.isPresent('$.kind')),
        findShip,
        { comment: "A pilot's answer has no kind." },
      )
      .when(sfn.Condition.stringEquals('$.kind', 'signal'), findShip)
      .when(sfn.Condition.stringEquals('$.kind', 'departure'), freeBerth);
    findShip.addCatch(shipIsGone, { errors: ['NoSuchShip'], resultPath: sfn.JsonPath.DISCARD });
    listPiers.addCatch(noteTrouble, { resultPath: '$.trouble' });
    needPilot
      .when(
        sfn.Condition.and(
          sfn.Condition.stringEquals('$.pilot.needed', 'yes'),
          sfn.Condition.not(sfn.Condition.stringEquals('$.pilot.answer', 'coming')),
        ),
        pilotNeeded,
      )
      .otherwise(noPilotNeeded);
    callPilot.addCatch(noteTrouble, { resultPath: '$.trouble' });
    sentByTug.when(sfn.Condition.stringEquals('$.sender', 'tug'), answerTug).otherwise(isFlagged);
    answerTug.addCatch(noteTrouble, { resultPath: '$.trouble' });
    askBerth.addCatch(noteTrouble, { resultPath: '$.trouble' });
    berthIsFree
      .when(
        sfn.Condition.or(
          sfn.Condition.stringEquals('$.berth.state', 'changing'),
          sfn.Condition.stringEquals('$.berth.state', 'waiting'),
        ),
        letItChange,
      )
      .otherwise(hasCourse);
    hasCourse.when(sfn.Condition.isPresent('$.course'), layCourse).otherwise(changeBerth);
    changeBerth.addCatch(askBerth, { errors: ['BerthIsMade'], resultPath: sfn.JsonPath.DISCARD });
    changeBerth.addCatch(noteTrouble, { resultPath: '$.trouble' });
    isChanged
      .when(sfn.Condition.stringEquals('$.berth.state', 'refused'), logOrder)
      .when(sfn.Condition.stringEquals('$.berth.state', 'broken'), logOrder)
      .when(sfn.Condition.stringEquals('$.berth.state', 'gone'), layCourse)
      .when(sfn.Condition.stringEquals('$.berth.state', 'ready'), layCourse)
      .otherwise(letItSettle);
    askChange.addCatch(noteTrouble, { resultPath: '$.trouble' });
    layCourse.addCatch(noteTrouble, { resultPath: '$.trouble' });
    isFlagged
      .when(
        sfn.Condition.and(
          sfn.Condition.stringEquals('$.flagged', 'yes'),
          sfn.Condition.stringEquals('$.moored', 'yes'),
        ),
        pierChanges,
      )
      .otherwise(logOrder);
    pierChanges
      .when(sfn.Condition.stringEquals('$.pier.changes', 'yes'), hasPier)
      .otherwise(listLines);
    hasPier
      .when(sfn.Condition.not(sfn.Condition.stringEquals('$.pier.old', 'none')), leavePier)
      .otherwise(joinPier);
    leavePier.addCatch(noteTrouble, { resultPath: '$.trouble' });
    joinPier.addCatch(mooredAlready, {
      errors: ['AlreadyMoored'],
      resultPath: sfn.JsonPath.DISCARD,
    });
    joinPier.addCatch(noteTrouble, { resultPath: '$.trouble' });
    listLines.addCatch(noteTrouble, { resultPath: '$.trouble' });
    castLines.addCatch(mooredAlready, {
      errors: ['AlreadyMoored'],
      resultPath: sfn.JsonPath.DISCARD,
    });
    castLines.addCatch(noteTrouble, { resultPath: '$.trouble' });
    takeInLines.addCatch(noteTrouble, { resultPath: '$.trouble' });
    markBerth.addCatch(noteTrouble, { resultPath: '$.trouble' });
    howItWent.when(sfn.Condition.isPresent('$.trouble'), orderFailed).otherwise(orderDone);
    findShip.next(listBerths).next(listPiers).next(needPilot);
    pilotNeeded.next(callPilot).next(logOrder).next(howItWent);
    noPilotNeeded.next(sentByTug);
    answerTug.next(askBerth).next(berthIsFree);
    letItChange.next(askBerth);
    changeBerth.next(isChanged);
    letItSettle.next(askChange).next(isChanged);
    layCourse.next(isFlagged);
    leavePier
      .next(joinPier)
      .next(listLines)
      .next(castLines)
      .next(takeInLines)
      .next(markBerth)
      .next(logOrder);
    mooredAlready.next(logOrder);
    noteTrouble.next(logOrder);

    const definition = sortEvent;
    this.stateMachine = new sfn.StateMachine(this, 'berth_orders', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
