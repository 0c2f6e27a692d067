using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Workflow;
using Microsoft.DurableTask;

namespace AwardFlow.Tests.Workflow;

public class PagesOrchestratorTests
{
    private static readonly int[] SomePages = [1, 2, 5];
    private static readonly PageRange Pages = new(CycleId.Parse("test-2564"), 1, 6, FlowVersion.Current);

    [Fact]
    public async Task Each_page_that_has_something_left_is_seen_to_once()
    {
        var context = new ScriptedContext(nameof(SendPages))
            .Gives(nameof(PagesLeft), SomePages)
            .Gives(nameof(SendPage), new PageSent(50), new PageSent(50), new PageSent(50));
        Assert.Equal(new PagesDone(), await new SendPages().RunAsync(context, Pages));
        Assert.Equal(["PagesLeft", "SendPage 1", "SendPage 2", "SendPage 5"], context.Calls);
    }

    [Fact]
    public async Task The_earliest_time_of_all_pages_counts()
    {
        var (soon, late) = (ScriptedContext.Start.AddMinutes(1), ScriptedContext.Start.AddHours(1));
        var context = new ScriptedContext(nameof(SendPages))
            .Gives(nameof(PagesLeft), SomePages)
            .Gives(nameof(SendPage), new PageSent(49, late), new PageSent(49, soon), new PageSent(50));
        Assert.Equal(new PagesDone(soon), await new SendPages().RunAsync(context, Pages));
    }

    [Fact]
    public async Task A_mail_service_that_is_away_is_tried_by_the_first_page_alone()
    {
        var context = new ScriptedContext(nameof(SendPages))
            .Gives(nameof(PagesLeft), SomePages)
            .Gives(nameof(SendPage), new PageSent(0, ScriptedContext.Start, InTrouble: true));
        Assert.Equal(new PagesDone(ScriptedContext.Start, InTrouble: true), await new SendPages().RunAsync(context, Pages));
        Assert.Equal(["PagesLeft", "SendPage 1"], context.Calls);
    }

    [Fact]
    public async Task Where_the_pace_leaves_no_mail_no_other_page_asks_for_one()
    {
        var context = new ScriptedContext(nameof(SendPages))
            .Gives(nameof(PagesLeft), SomePages)
            .Gives(nameof(SendPage), new PageSent(10, ScriptedContext.Start.AddSeconds(30), OutOfTurn: true));
        Assert.Equal(new PagesDone(ScriptedContext.Start.AddSeconds(30), OutOfTurn: true), await new SendPages().RunAsync(context, Pages));
        Assert.Equal(["PagesLeft", "SendPage 1"], context.Calls);
    }

    [Fact]
    public async Task What_fails_on_the_first_page_is_not_tried_on_the_others()
    {
        var context = new ScriptedContext(nameof(RenderPages))
            .Gives(nameof(PagesLeft), SomePages)
            .Fails(nameof(RenderPage), new ActivityNeedsPersonException("the emblem is gone"));
        await Assert.ThrowsAsync<TaskFailedException>(() => new RenderPages().RunAsync(context, Pages));
        Assert.Equal(["PagesLeft", "RenderPage 1"], context.Calls);
    }

    [Fact]
    public async Task Trouble_that_begins_later_lets_the_pages_under_way_end_and_begins_no_others()
    {
        int[] many = [.. Enumerable.Range(1, 100)];
        var context = new ScriptedContext(nameof(SendPages)).Gives(nameof(PagesLeft), many)
            .Gives(
                nameof(SendPage),
                [new PageSent(50), new PageSent(50), new PageSent(0, ScriptedContext.Start, InTrouble: true), .. many.Select(_ => new PageSent(50))]);
        Assert.True((await new SendPages().RunAsync(context, Pages)).InTrouble);
        Assert.InRange(context.Calls.Count, 4, 30);
    }

    [Theory]
    [InlineData(157, new[] { "RenderPages 1-100", "RenderPages 101-157" })]
    [InlineData(300, new[] { "RenderPages 1-100", "RenderPages 101-200", "RenderPages 201-300" })]
    public async Task Many_pages_are_shared_out_over_orchestrations_of_their_own(int pages, string[] parts)
    {
        var context = new ScriptedContext(nameof(RenderPages)).Gives(nameof(RenderPages), [.. parts.Select(_ => new PagesDone())]);
        await new RenderPages().RunAsync(context, Pages with { Last = pages });
        Assert.Equal(parts, context.Calls);
    }

    [Fact]
    public async Task An_orchestrations_id_says_what_it_does_and_no_two_share_one()
    {
        var context = new ScriptedContext(nameof(RenderPages)).Gives(nameof(RenderPages), new PagesDone(), new PagesDone());
        await new RenderPages().RunAsync(context, Pages with { Last = 157 });
        Assert.StartsWith("test-2564-RenderPages-1-100-", context.Instances[0], StringComparison.Ordinal);
        Assert.StartsWith("test-2564-RenderPages-101-157-", context.Instances[1], StringComparison.Ordinal);
        var longest = new ScriptedContext(nameof(RemindPages)).Gives(nameof(RemindPages), [.. Enumerable.Range(0, 100).Select(_ => new PagesDone())]);
        await new RemindPages().RunAsync(longest, new PageRange(CycleId.Parse(new string('a', 40)), 1, 20_000, FlowVersion.Current));
        // Durable Functions takes ids of a hundred characters.
        Assert.All(longest.Instances, id => Assert.InRange(id.Length, 1, 100));
    }

    [Fact]
    public void However_many_pages_there_are_no_orchestration_calls_more_than_a_hundred_others()
    {
        var parts = new PageRange(CycleId.Parse("test-2564"), 1, 20_000, FlowVersion.Current).Parts().ToList();
        Assert.Equal(100, parts.Count);
        Assert.All(parts, part => Assert.Equal(200, part.Count()));
        Assert.Equal([(1, 100), (101, 200)], parts[0].Parts().Select(part => (part.First, part.Last)));
        Assert.Equal(Enumerable.Range(1, 20_000), parts.SelectMany(part => Enumerable.Range(part.First, part.Count())));
    }
}
