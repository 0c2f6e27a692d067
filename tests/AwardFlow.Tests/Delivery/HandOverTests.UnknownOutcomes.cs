using AwardFlow.Delivery;
using Moq;

namespace AwardFlow.Tests.Delivery;

/// <summary>Mails of which nobody can say whether they went.</summary>
public sealed partial class HandOverTests
{
    [Fact]
    public async Task A_mail_whose_outcome_is_unknown_is_asked_for_before_anything_is_sent()
    {
        await EnterAsync();
        Sends(() => throw new MailOutcomeUnknownException("broke"));
        Assert.Equal((DeliveryState.Claimed, 1, Now.AddMinutes(5)), await TryAsync());
        Answers(MailAnswer.Taken(new MailReceipt("m1", Now)));
        Assert.Equal((DeliveryState.Accepted, 1, null), await TryAsync());
        Assert.Single(_sent);
        Assert.False((await RowAsync()).PossibleDuplicate);
    }

    [Fact]
    public async Task A_service_whose_memory_lags_is_asked_again_until_the_time_is_up_and_then_the_mail_goes_once_more()
    {
        await EnterAsync();
        Sends(() => throw new MailOutcomeUnknownException("broke"), Takes);
        await TryAsync();
        Answers(MailAnswer.NotSeenYet);
        Assert.Equal((DeliveryState.Claimed, 1, Now.AddMinutes(5)), await TryAsync());
        _time.SetUtcNow(Now.AddMinutes(5));
        Assert.Equal((DeliveryState.Accepted, 2, null), await TryAsync());
        // Its memory may lag for longer than that.
        Assert.True((await RowAsync()).PossibleDuplicate);
        Assert.Single(_sent.Distinct());
    }

    [Fact]
    public async Task A_service_that_never_took_the_mail_gets_it_and_nothing_is_doubted()
    {
        await EnterAsync();
        Sends(() => throw new MailOutcomeUnknownException("broke"), Takes);
        await TryAsync();
        Answers(MailAnswer.NeverTaken);
        Assert.Equal((DeliveryState.Accepted, 2, null), await TryAsync(WhenUnsure.Hold));
        Assert.False((await RowAsync()).PossibleDuplicate);
    }

    [Fact]
    public async Task Where_the_service_cannot_say_the_mail_goes_again_marked_and_with_the_same_id()
    {
        await EnterAsync();
        Sends(() => throw new MailOutcomeUnknownException("broke"), Takes);
        await TryAsync();
        Answers(MailAnswer.CannotSay);
        Assert.Equal((DeliveryState.Claimed, 1, Now.AddMinutes(5)), await TryAsync());
        _time.SetUtcNow(Now.AddMinutes(5));
        Assert.Equal((DeliveryState.Accepted, 2, null), await TryAsync());
        Assert.True((await RowAsync()).PossibleDuplicate);
        Assert.Equal(2, _sent.Count);
        Assert.Single(_sent.Distinct());
    }

    [Theory]
    [InlineData(MailAnswerKind.CannotSay)]
    [InlineData(MailAnswerKind.NotSeenYet)]
    public async Task Or_it_is_held_for_a_person(MailAnswerKind answer)
    {
        await EnterAsync();
        Sends(() => throw new MailOutcomeUnknownException("broke"));
        await TryAsync(WhenUnsure.Hold);
        Answers(new MailAnswer(answer));
        _time.SetUtcNow(Now.AddMinutes(5));
        Assert.Equal((DeliveryState.Held, 1, null), await TryAsync(WhenUnsure.Hold));
        Assert.Single(_sent);
    }

    [Fact]
    public async Task A_relay_that_takes_every_mail_and_never_answers_gets_it_twice_and_no_more()
    {
        await EnterAsync();
        Sends(() => throw new MailOutcomeUnknownException("no answer"));
        Answers(MailAnswer.CannotSay);
        while (await TryAsync() is { LookAgainAt: { } at })
        {
            _time.SetUtcNow(at);
        }
        var row = await RowAsync();
        Assert.Equal((DeliveryState.Held, 2, true, DeliveryCause.HeldUnsure), (row.State, _sent.Count, row.PossibleDuplicate, row.Why));
        Assert.Single(_sent.Distinct());
    }

    [Fact]
    public async Task A_service_whose_memory_stays_empty_is_handed_a_lost_mail_once_more_and_no_more()
    {
        await EnterAsync();
        Sends(() => throw new MailOutcomeUnknownException("no answer"));
        Answers(MailAnswer.NotSeenYet);
        while (await TryAsync() is { LookAgainAt: { } at })
        {
            _time.SetUtcNow(at);
        }
        Assert.Equal((DeliveryState.Held, 2), ((await RowAsync()).State, _sent.Count));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_when_asked_is_one_that_cannot_say()
    {
        await EnterAsync();
        Sends(() => throw new MailOutcomeUnknownException("broke"));
        await TryAsync();
        _time.SetUtcNow(Now.AddMinutes(5));
        _transport.Setup(transport => transport.AskAsync(It.IsAny<LetterDelivery>(), It.IsAny<CancellationToken>()))
            .Returns(async (LetterDelivery _, CancellationToken patience) =>
            {
                var asked = new TaskCompletionSource<MailAnswer>();
                await using var end = patience.Register(() => asked.TrySetCanceled(patience));
                _time.Advance(TimeSpan.FromSeconds(60));
                return await asked.Task;
            });
        Assert.Equal((DeliveryState.Held, 1, null), await TryAsync(WhenUnsure.Hold));
    }
}
