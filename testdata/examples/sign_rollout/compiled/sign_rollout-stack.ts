// Compiled by orklint from the workflow sign_rollout; change its .ork file instead.

import { CfnParameter, Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

export class SignRolloutStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const countOrderParameter = new CfnParameter(this, 'CountOrder');
    const countOrderFn = lambda.Function.fromFunctionArn(
      this,
      'count_order_fn',
      countOrderParameter.valueAsString,
    );
    const findDesignParameter = new CfnParameter(this, 'FindDesign');
    const findDesignFn = lambda.Function.fromFunctionArn(
      this,
      'find_design_fn',
      findDesignParameter.valueAsString,
    );
    const makeDesignParameter = new CfnParameter(this, 'MakeDesign');
    const makeDesignFn = lambda.Function.fromFunctionArn(
      this,
      'make_design_fn',
      makeDesignParameter.valueAsString,
    );
    const putSignsUpParameter = new CfnParameter(this, 'PutSignsUp');
    const putSignsUpFn = lambda.Function.fromFunctionArn(
      this,
      'put_signs_up_fn',
      putSignsUpParameter.valueAsString,
    );
    const askPuttingUpParameter = new CfnParameter(this, 'AskPuttingUp');
    const askPuttingUpFn = lambda.Function.fromFunctionArn(
      this,
      'ask_putting_up_fn',
      askPuttingUpParameter.valueAsString,
    );
    const gatherPlacesParameter = new CfnParameter(this, 'GatherPlaces');
    const gatherPlacesFn = lambda.Function.fromFunctionArn(
      this,
      'gather_places_fn',
      gatherPlacesParameter.valueAsString,
    );
    const publishPlacesParameter = new CfnParameter(this, 'PublishPlaces');
    const publishPlacesFn = lambda.Function.fromFunctionArn(
      this,
      'publish_places_fn',
      publishPlacesParameter.valueAsString,
    );
    const listStationsParameter = new CfnParameter(this, 'ListStations');
    const listStationsFn = lambda.Function.fromFunctionArn(
      this,
      'list_stations_fn',
      listStationsParameter.valueAsString,
    );
    const changeDesignParameter = new CfnParameter(this, 'ChangeDesign');
    const changeDesignFn = lambda.Function.fromFunctionArn(
      this,
      'change_design_fn',
      changeDesignParameter.valueAsString,
    );
    const askChangeParameter = new CfnParameter(this, 'AskChange');
    const askChangeFn = lambda.Function.fromFunctionArn(
      this,
      'ask_change_fn',
      askChangeParameter.valueAsString,
    );
    const checkSignsParameter = new CfnParameter(this, 'CheckSigns');
    const checkSignsFn = lambda.Function.fromFunctionArn(
      this,
      'check_signs_fn',
      checkSignsParameter.valueAsString,
    );
    const renewSignsParameter = new CfnParameter(this, 'RenewSigns');
    const renewSignsFn = lambda.Function.fromFunctionArn(
      this,
      'renew_signs_fn',
      renewSignsParameter.valueAsString,
    );
    const askRenewingParameter = new CfnParameter(this, 'AskRenewing');
    const askRenewingFn = lambda.Function.fromFunctionArn(
      this,
      'ask_renewing_fn',
      askRenewingParameter.valueAsString,
    );
    const listSignsParameter = new CfnParameter(this, 'ListSigns');
    const listSignsFn = lambda.Function.fromFunctionArn(
      this,
      'list_signs_fn',
      listSignsParameter.valueAsString,
    );
    const takeSignsDownParameter = new CfnParameter(this, 'TakeSignsDown');
    const takeSignsDownFn = lambda.Function.fromFunctionArn(
      this,
      'take_signs_down_fn',
      takeSignsDownParameter.valueAsString,
    );
    const askTakingDownParameter = new CfnParameter(this, 'AskTakingDown');
    const askTakingDownFn = lambda.Function.fromFunctionArn(
      this,
      'ask_taking_down_fn',
      askTakingDownParameter.valueAsString,
    );
    const scrapDesignParameter = new CfnParameter(this, 'ScrapDesign');
    const scrapDesignFn = lambda.Function.fromFunctionArn(
      this,
      'scrap_design_fn',
      scrapDesignParameter.valueAsString,
    );

    const withCount = new sfn.Pass(this, 'with_count', {
      result: sfn.Result.fromString('count'),
      resultPath: '$.asked',
    });
    const countOrder = new tasks.LambdaInvoke(this, 'count_order', {
      lambdaFunction: countOrderFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const withFind = new sfn.Pass(this, 'with_find', {
      result: sfn.Result.fromString('find'),
      resultPath: '$.asked',
    });
    const findDesign = new tasks.LambdaInvoke(this, 'find_design', {
      lambdaFunction: findDesignFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const whichOrder = new sfn.Choice(this, 'which_order');
    const unknownOrder = new sfn.Pass(this, 'unknown_order');
    const hasDrawing = new sfn.Choice(this, 'has_drawing');
    const isKnown = new sfn.Choice(this, 'is_known');
    const withMake = new sfn.Pass(this, 'with_make', {
      result: sfn.Result.fromString('make'),
      resultPath: '$.asked',
    });
    const makeDesign = new tasks.LambdaInvoke(this, 'make_design', {
      lambdaFunction: makeDesignFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const isMade = new sfn.Choice(this, 'is_made');
    const designLost = new sfn.Pass(this, 'design_lost');
    const designUnclear = new sfn.Pass(this, 'design_unclear');
    const anyStations = new sfn.Choice(this, 'any_stations');
    const designAlone = new sfn.Pass(this, 'design_alone');
    const upOrDown = new sfn.Choice(this, 'up_or_down');
    const withPutUp = new sfn.Pass(this, 'with_put_up', {
      result: sfn.Result.fromString('put up'),
      resultPath: '$.asked',
    });
    const putSignsUp = new tasks.LambdaInvoke(this, 'put_signs_up', {
      lambdaFunction: putSignsUpFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const putUpTaken = new sfn.Choice(this, 'put_up_taken');
    const untilFreeToPutUp = new sfn.Wait(this, 'until_free_to_put_up', {
      time: sfn.WaitTime.duration(Duration.seconds(30)),
    });
    const untilUp = new sfn.Wait(this, 'until_up', {
      time: sfn.WaitTime.duration(Duration.seconds(10)),
    });
    const withAskUp = new sfn.Pass(this, 'with_ask_up', {
      result: sfn.Result.fromString('ask'),
      resultPath: '$.asked',
    });
    const askPuttingUp = new tasks.LambdaInvoke(this, 'ask_putting_up', {
      lambdaFunction: askPuttingUpFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const isUp = new sfn.Choice(this, 'is_up');
    const notUp = new sfn.Pass(this, 'not_up');
    const signsAreUp = new sfn.Pass(this, 'signs_are_up');
    const withPlaces = new sfn.Pass(this, 'with_places', {
      result: sfn.Result.fromString('places'),
      resultPath: '$.asked',
    });
    const gatherPlaces = new tasks.LambdaInvoke(this, 'gather_places', {
      lambdaFunction: gatherPlacesFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const withPublish = new sfn.Pass(this, 'with_publish', {
      result: sfn.Result.fromString('publish'),
      resultPath: '$.asked',
    });
    const publishPlaces = new tasks.LambdaInvoke(this, 'publish_places', {
      lambdaFunction: publishPlacesFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const stillToTakeDown = new sfn.Choice(this, 'still_to_take_down');
    const anotherRound = new sfn.Choice(this, 'another_round', {
      comment: 'Stations and lines cannot be changed in one round.',
    });
    const rolledOut = new sfn.Succeed(this, 'rolled_out');
    const withStations = new sfn.Pass(this, 'with_stations', {
      result: sfn.Result.fromString('stations'),
      resultPath: '$.asked',
    });
    const listStations = new tasks.LambdaInvoke(this, 'list_stations', {
      lambdaFunction: listStationsFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const keepsDesign = new sfn.Choice(this, 'keeps_design');
    const withChange = new sfn.Pass(this, 'with_change', {
      result: sfn.Result.fromString('change'),
      resultPath: '$.asked',
    });
    const changeDesign = new tasks.LambdaInvoke(this, 'change_design', {
      lambdaFunction: changeDesignFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const changeTaken = new sfn.Choice(this, 'change_taken');
    const untilFreeToChange = new sfn.Wait(this, 'until_free_to_change', {
      time: sfn.WaitTime.duration(Duration.seconds(30)),
    });
    const untilChanged = new sfn.Wait(this, 'until_changed', {
      time: sfn.WaitTime.duration(Duration.seconds(10)),
    });
    const withAskChange = new sfn.Pass(this, 'with_ask_change', {
      result: sfn.Result.fromString('ask'),
      resultPath: '$.asked',
    });
    const askChange = new tasks.LambdaInvoke(this, 'ask_change', {
      lambdaFunction: askChangeFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const isChanged = new sfn.Choice(this, 'is_changed');
    const designHalted = new sfn.Pass(this, 'design_halted');
    const notChanged = new sfn.Pass(this, 'not_changed');
    const withCheck = new sfn.Pass(this, 'with_check', {
      result: sfn.Result.fromString('check'),
      resultPath: '$.asked',
    });
    const checkSigns = new tasks.LambdaInvoke(this, 'check_signs', {
      lambdaFunction: checkSignsFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const allChecked = new sfn.Choice(this, 'all_checked');
    const untilNextPage = new sfn.Wait(this, 'until_next_page', {
      time: sfn.WaitTime.duration(Duration.seconds(5)),
    });
    const whatToDo = new sfn.Choice(this, 'what_to_do');
    const anyToRenew = new sfn.Choice(this, 'any_to_renew');
    const onlyDesignChanged = new sfn.Pass(this, 'only_design_changed');
    const nothingToRenew = new sfn.Pass(this, 'nothing_to_renew');
    const withRenew = new sfn.Pass(this, 'with_renew', {
      result: sfn.Result.fromString('renew'),
      resultPath: '$.asked',
    });
    const renewSigns = new tasks.LambdaInvoke(this, 'renew_signs', {
      lambdaFunction: renewSignsFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const renewingTaken = new sfn.Choice(this, 'renewing_taken');
    const untilFreeToRenew = new sfn.Wait(this, 'until_free_to_renew', {
      time: sfn.WaitTime.duration(Duration.seconds(30)),
    });
    const untilRenewed = new sfn.Wait(this, 'until_renewed', {
      time: sfn.WaitTime.duration(Duration.seconds(10)),
    });
    const withAskRenewing = new sfn.Pass(this, 'with_ask_renewing', {
      result: sfn.Result.fromString('ask'),
      resultPath: '$.asked',
    });
    const askRenewing = new tasks.LambdaInvoke(this, 'ask_renewing', {
      lambdaFunction: askRenewingFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const isRenewed = new sfn.Choice(this, 'is_renewed');
    const signsRenewed = new sfn.Pass(this, 'signs_renewed');
    const notRenewed = new sfn.Pass(this, 'not_renewed');
    const withFindAgain = new sfn.Pass(this, 'with_find_again', {
      result: sfn.Result.fromString('find'),
      resultPath: '$.asked',
    });
    const findDesignAgain = new tasks.LambdaInvoke(this, 'find_design_again', {
      lambdaFunction: findDesignFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const isFound = new sfn.Choice(this, 'is_found');
    const neverMade = new sfn.Pass(this, 'never_made');
    const notFound = new sfn.Pass(this, 'not_found');
    const withSigns = new sfn.Pass(this, 'with_signs', {
      result: sfn.Result.fromString('signs'),
      resultPath: '$.asked',
    });
    const listSigns = new tasks.LambdaInvoke(this, 'list_signs', {
      lambdaFunction: listSignsFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const anySigns = new sfn.Choice(this, 'any_signs');
    const onlyDrawn = new sfn.Choice(this, 'only_drawn');
    const notListed = new sfn.Pass(this, 'not_listed');
    const withTakeDown = new sfn.Pass(this, 'with_take_down', {
      result: sfn.Result.fromString('take down'),
      resultPath: '$.asked',
    });
    const takeSignsDown = new tasks.LambdaInvoke(this, 'take_signs_down', {
      lambdaFunction: takeSignsDownFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const takingDownTaken = new sfn.Choice(this, 'taking_down_taken');
    const untilFreeToTakeDown = new sfn.Wait(this, 'until_free_to_take_down', {
      time: sfn.WaitTime.duration(Duration.seconds(30)),
    });
    const untilDown = new sfn.Wait(this, 'until_down', {
      time: sfn.WaitTime.duration(Duration.seconds(10)),
    });
    const withAskDown = new sfn.Pass(this, 'with_ask_down', {
      result: sfn.Result.fromString('ask'),
      resultPath: '$.asked',
    });
    const askTakingDown = new tasks.LambdaInvoke(this, 'ask_taking_down', {
      lambdaFunction: askTakingDownFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const isDown = new sfn.Choice(this, 'is_down');
    const notDown = new sfn.Pass(this, 'not_down');
    const withSignsLeft = new sfn.Pass(this, 'with_signs_left', {
      result: sfn.Result.fromString('signs'),
      resultPath: '$.asked',
    });
    const listSignsLeft = new tasks.LambdaInvoke(this, 'list_signs_left', {
      lambdaFunction: listSignsFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const anyLeft = new sfn.Choice(this, 'any_left');
    const signsAreDown = new sfn.Pass(this, 'signs_are_down');
    const withScrap = new sfn.Pass(this, 'with_scrap', {
      result: sfn.Result.fromString('scrap'),
      resultPath: '$.asked',
    });
    const scrapDesign = new tasks.LambdaInvoke(this, 'scrap_design', {
      lambdaFunction: scrapDesignFn,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const scrapped = new sfn.Pass(this, 'scrapped');
    const failed = new sfn.Fail(this, 'failed');
    whichOrder
      .when(sfn.Condition.stringEquals('$.order', 'new'), hasDrawing)
      .when(sfn.Condition.stringEquals('$.order', 'change'), hasDrawing)
      .when(sfn.Condition.stringEquals('$.order', 'remove'), withFindAgain)
      .otherwise(unknownOrder);
    hasDrawing
      .when(sfn.Condition.stringEquals('$.design.drawing', ''), withCheck)
      .otherwise(isKnown);
    isKnown
      .when(sfn.Condition.stringEquals('$.design.known', 'no'), withMake)
      .when(sfn.Condition.stringEquals('$.design.known', 'yes'), withStations)
      .otherwise(designUnclear);
    isMade
      .when(sfn.Condition.stringEquals('$.design.state', 'made'), anyStations)
      .when(sfn.Condition.stringEquals('$.design.state', 'lost'), designLost)
      .otherwise(designLost);
    anyStations
      .when(
        sfn.Condition.and(
          sfn.Condition.stringLessThan('$.stations', '1'),
          sfn.Condition.stringLessThan('$.lines', '1'),
        ),
        designAlone,
      )
      .otherwise(upOrDown);
    upOrDown
      .when(
        sfn.Condition.and(
          sfn.Condition.stringEquals('$.put_up', 'no'),
          sfn.Condition.stringEquals('$.take_down', 'yes'),
        ),
        withTakeDown,
      )
      .when(sfn.Condition.stringEquals('$.put_up', 'yes'), withPutUp)
      .when(
        sfn.Condition.and(
          sfn.Condition.stringEquals('$.put_up', 'no'),
          sfn.Condition.stringEquals('$.take_down', 'no'),
        ),
        withPlaces,
      )
      .otherwise(withPutUp);
    putUpTaken
      .when(sfn.Condition.stringEquals('$.workshop', 'busy'), untilFreeToPutUp)
      .otherwise(untilUp);
    isUp
      .when(sfn.Condition.stringEquals('$.work', 'done'), signsAreUp)
      .when(sfn.Condition.stringEquals('$.work', 'going'), untilUp)
      .when(sfn.Condition.stringEquals('$.work', 'broken'), notUp)
      .otherwise(notUp);
    stillToTakeDown
      .when(
        sfn.Condition.and(
          sfn.Condition.stringEquals('$.put_up', 'yes'),
          sfn.Condition.stringEquals('$.take_down', 'yes'),
        ),
        withTakeDown,
      )
      .otherwise(anotherRound);
    anotherRound
      .when(sfn.Condition.stringEquals('$.again', 'yes'), withStations)
      .otherwise(rolledOut);
    keepsDesign
      .when(
        sfn.Condition.or(
          sfn.Condition.stringEquals('$.again', 'yes'),
          sfn.Condition.stringEquals('$.keep_design', 'yes'),
        ),
        withCheck,
      )
      .otherwise(withChange);
    changeTaken
      .when(sfn.Condition.stringEquals('$.workshop', 'busy'), untilFreeToChange)
      .otherwise(untilChanged);
    isChanged
      .when(sfn.Condition.stringEquals('$.work', 'done'), withCheck)
      .when(sfn.Condition.stringEquals('$.work', 'going'), untilChanged)
      .when(sfn.Condition.stringEquals('$.work', 'halted'), designHalted)
      .when(sfn.Condition.stringEquals('$.work', 'halting'), untilChanged)
      .when(sfn.Condition.stringEquals('$.work', 'broken'), notChanged)
      .otherwise(notChanged);
    allChecked
      .when(sfn.Condition.stringEquals('$.next_page', 'none'), whatToDo)
      .otherwise(untilNextPage);
    whatToDo
      .when(
        sfn.Condition.or(
          sfn.Condition.stringEquals('$.put_up', 'yes'),
          sfn.Condition.stringEquals('$.take_down', 'yes'),
        ),
        anyStations,
      )
      .when(
        sfn.Condition.and(
          sfn.Condition.stringEquals('$.put_up', 'no'),
          sfn.Condition.stringEquals('$.order', 'new'),
        ),
        withPlaces,
      )
      .when(
        sfn.Condition.and(
          sfn.Condition.stringEquals('$.put_up', 'no'),
          sfn.Condition.stringEquals('$.order', 'change'),
        ),
        anyToRenew,
      )
      .otherwise(withPlaces);
    anyToRenew
      .when(
        sfn.Condition.and(
          sfn.Condition.stringLessThan('$.stations', '1'),
          sfn.Condition.stringLessThan('$.lines', '1'),
        ),
        onlyDesignChanged,
      )
      .when(sfn.Condition.stringEquals('$.has_own_words', 'no'), nothingToRenew)
      .otherwise(withRenew);
    renewingTaken
      .when(sfn.Condition.stringEquals('$.workshop', 'busy'), untilFreeToRenew)
      .otherwise(untilRenewed);
    isRenewed
      .when(sfn.Condition.stringEquals('$.work', 'done'), signsRenewed)
      .when(sfn.Condition.stringEquals('$.work', 'going'), untilRenewed)
      .when(sfn.Condition.stringEquals('$.work', 'broken'), notRenewed)
      .otherwise(notChanged);
    isFound
      .when(sfn.Condition.stringEquals('$.design.known', 'no'), neverMade)
      .when(sfn.Condition.stringEquals('$.design.known', 'yes'), withSigns)
      .otherwise(notFound);
    anySigns
      .when(sfn.Condition.stringEquals('$.has_signs', 'yes'), withTakeDown)
      .when(sfn.Condition.stringEquals('$.has_signs', 'no'), onlyDrawn)
      .otherwise(notListed);
    onlyDrawn
      .when(sfn.Condition.stringEquals('$.design.drawing', ''), rolledOut)
      .otherwise(withScrap);
    takingDownTaken
      .when(sfn.Condition.stringEquals('$.workshop', 'busy'), untilFreeToTakeDown)
      .otherwise(untilDown);
    isDown
      .when(sfn.Condition.stringEquals('$.work', 'done'), withSignsLeft)
      .when(sfn.Condition.stringEquals('$.work', 'going'), untilDown)
      .when(
        sfn.Condition.and(
          sfn.Condition.booleanEquals('$.try_again', false),
          sfn.Condition.stringEquals('$.work', 'broken'),
        ),
        notDown,
      )
      .when(
        sfn.Condition.and(
          sfn.Condition.booleanEquals('$.try_again', true),
          sfn.Condition.stringEquals('$.work', 'broken'),
        ),
        withTakeDown,
      )
      .otherwise(notDown);
    anyLeft
      .when(
        sfn.Condition.or(
          sfn.Condition.stringEquals('$.has_signs', 'yes'),
          sfn.Condition.stringEquals('$.design.drawing', ''),
        ),
        signsAreDown,
      )
      .when(sfn.Condition.stringEquals('$.has_signs', 'no'), withScrap)
      .otherwise(failed);
    unknownOrder.next(failed);
    withMake.next(makeDesign).next(isMade);
    designLost.next(failed);
    designUnclear.next(failed);
    designAlone
      .next(withPlaces)
      .next(gatherPlaces)
      .next(withPublish)
      .next(publishPlaces)
      .next(stillToTakeDown);
    withPutUp.next(putSignsUp).next(putUpTaken);
    untilFreeToPutUp.next(putSignsUp);
    untilUp.next(withAskUp).next(askPuttingUp).next(isUp);
    notUp.next(failed);
    signsAreUp.next(withPlaces);
    withStations.next(listStations).next(keepsDesign);
    withChange.next(changeDesign).next(changeTaken);
    untilFreeToChange.next(changeDesign);
    untilChanged.next(withAskChange).next(askChange).next(isChanged);
    designHalted.next(withPlaces);
    notChanged.next(failed);
    withCheck.next(checkSigns).next(allChecked);
    untilNextPage.next(checkSigns);
    onlyDesignChanged.next(withPlaces);
    nothingToRenew.next(withPlaces);
    withRenew.next(renewSigns).next(renewingTaken);
    untilFreeToRenew.next(renewSigns);
    untilRenewed.next(withAskRenewing).next(askRenewing).next(isRenewed);
    signsRenewed.next(withPlaces);
    notRenewed.next(failed);
    withFindAgain.next(findDesignAgain).next(isFound);
    neverMade.next(rolledOut);
    notFound.next(failed);
    withSigns.next(listSigns).next(anySigns);
    notListed.next(failed);
    withTakeDown.next(takeSignsDown).next(takingDownTaken);
    untilFreeToTakeDown.next(takeSignsDown);
    untilDown.next(withAskDown).next(askTakingDown).next(isDown);
    notDown.next(failed);
    withSignsLeft.next(listSignsLeft).next(anyLeft);
    signsAreDown.next(anotherRound);
    withScrap.next(scrapDesign).next(scrapped).next(rolledOut);

    const definition = withCount.next(countOrder).next(withFind).next(findDesign).next(whichOrder);
    this.stateMachine = new sfn.StateMachine(this, 'sign_rollout', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
