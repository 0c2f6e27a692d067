using AwardFlow.Cycles;
using AwardFlow.Intake.Judging;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Intake.Judging;

/// <summary>What a judge's link opens, and what nobody opens with another.</summary>
public sealed class JudgeLinksTests : IAsyncDisposable
{
    private static readonly JudgeName Judge = JudgeName.Parse("นางสาวมาลี ใจดี");

    private readonly FakeTimeProvider _time = new(TestCycle.ClosesAt.AddDays(-7));
    private readonly JudgingWorld _world;

    public JudgeLinksTests() => _world = new JudgingWorld(_time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_link_opens_the_sheet_of_its_judge_and_no_other()
    {
        var id = await _world.OpenAsync(TestCycle.Definition);
        var token = await _world.LinkAsync(id, Judge.Text);
        Assert.Equal((id, Judge), ((await OpenAsync(token))!.Cycle.Id, (await OpenAsync(token))!.Judge));
    }

    [Fact]
    public async Task The_token_stands_behind_the_number_sign_and_ends_in_a_letter_or_digit()
    {
        var id = await _world.OpenAsync(TestCycle.Definition);
        for (var i = 0; i < 50; i++)
        {
            var made = await _world.Get<JudgeLinkDesk>().MakeAsync(id, [Judge.Text], JudgingWorld.Officer, Cancelled);
            var link = _world.Get<JudgeLinks>().For(made[0].Seat);
            Assert.Equal("https://award.example.go.th/judge", link.GetLeftPart(UriPartial.Path));
            Assert.True(char.IsAsciiLetterOrDigit(link.Fragment[^1]) && char.IsAsciiLetterOrDigit(link.Fragment[1]));
        }
    }

    [Fact]
    public async Task Any_character_that_is_altered_makes_a_token_worthless()
    {
        var id = await _world.OpenAsync(TestCycle.Definition);
        var token = await _world.LinkAsync(id, Judge.Text);
        for (var i = 0; i < token.Length; i++)
        {
            Assert.Null(await OpenAsync($"{token[..i]}{(token[i] == 'A' ? 'B' : 'A')}{token[(i + 1)..]}"));
            Assert.Null(await OpenAsync(token[..i]));
        }
        Assert.Null(await OpenAsync($"{token}A"));
        Assert.Null(await OpenAsync($" {token}"));
    }

    [Fact]
    public async Task Ten_thousand_guesses_open_nothing()
    {
        var id = await _world.OpenAsync(TestCycle.Definition);
        var token = await _world.LinkAsync(id, Judge.Text);
        var random = new Random(1);
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (var i = 0; i < 10_000; i++)
        {
            // Half of them know all but the signature.
            var kept = i % 2 == 0 ? 0 : token.Length - 43;
            Assert.Null(await OpenAsync(token[..kept] + string.Concat(Enumerable.Range(kept, token.Length - kept).Select(_ => alphabet[random.Next(64)]))));
        }
    }

    [Fact]
    public async Task A_link_that_was_made_anew_or_withdrawn_or_signed_elsewhere_opens_nothing()
    {
        var id = await _world.OpenAsync(TestCycle.Definition);
        var first = await _world.LinkAsync(id, Judge.Text);
        var second = await _world.LinkAsync(id, Judge.Text);
        Assert.Null(await OpenAsync(first));
        var sitting = await OpenAsync(second);
        Assert.NotNull(sitting);
        Assert.Null(
            await OpenAsync(new JudgeLinks(new JudgingSettings(new Uri("https://award.example.go.th/"), new byte[32])).For(sitting.Seat).Fragment[1..]));
        await _world.Get<JudgeLinkDesk>().WithdrawAsync(sitting, JudgingWorld.Officer, Cancelled);
        Assert.Null(await OpenAsync(second));
        // It is no guess all the same.
        Assert.True(_world.Get<JudgeLinks>().IsGenuine(second));
        Assert.False(_world.Get<JudgeLinks>().IsGenuine(second[..^1]));
    }

    [Fact]
    public async Task A_link_lives_as_long_as_its_cycle_and_again_when_that_is_sent_back()
    {
        var id = await _world.OpenAsync(TestCycle.Definition);
        var token = await _world.LinkAsync(id, Judge.Text);
        foreach (var (state, taking) in new[]
        {
            (CycleState.Closed, false), (CycleState.AwaitingApproval, false), (CycleState.Open, true), (CycleState.NeedsAttention, true),
        })
        {
            await ChangeAsync(id, cycle => cycle with { State = state });
            Assert.Equal(taking, (await OpenAsync(token))!.IsTaking);
        }
        foreach (var over in new[] { CycleState.Completed, CycleState.Cancelled })
        {
            await ChangeAsync(id, cycle => cycle with { State = over });
            Assert.Null(await OpenAsync(token));
        }
    }

    [Fact]
    public async Task The_closing_time_ends_what_a_link_may_change_and_a_later_one_gives_it_back()
    {
        var id = await _world.OpenAsync(TestCycle.Definition);
        var token = await _world.LinkAsync(id, Judge.Text);
        _time.SetUtcNow(TestCycle.ClosesAt);
        Assert.Equal(SheetState.Closed, (await OpenAsync(token))!.State);
        await ChangeAsync(id, cycle => cycle with { ClosesAt = TestCycle.ClosesAt.AddDays(1) });
        Assert.Equal(SheetState.Open, (await OpenAsync(token))!.State);
    }

    [Fact]
    public async Task A_judge_whom_the_definition_names_no_more_has_no_sheet()
    {
        var id = await _world.OpenAsync(TestCycle.Definition with { Judges = [new Judge(Judge), new Judge(JudgeName.Parse("ข"))] });
        var token = await _world.LinkAsync(id, "มาลี ใจดี");
        Assert.Equal(Judge.Text, (await OpenAsync(token))!.Judge.Text);
        await _world.Get<AwardFlow.Intake.DefinitionCommands>().PutAsync(
            TestCycle.Definition with { Judges = [new Judge(JudgeName.Parse("ข"))] }, new AwardFlow.Intake.DefinitionPut(JudgingWorld.Officer), Cancelled);
        Assert.Null(await OpenAsync(token));
    }

    private Task<JudgeSitting?> OpenAsync(string token) => _world.Desk.OpenAsync(token, Cancelled);

    private async Task ChangeAsync(CycleId id, Func<Cycle, Cycle> change) => await _world.Cycles.ChangeAsync(id, change, (_, _) => null, Cancelled);
}
