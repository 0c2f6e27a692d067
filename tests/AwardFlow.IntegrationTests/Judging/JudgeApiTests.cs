using System.Net;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Judging;

/// <summary>A judge scores on a page: what the API says and takes, over real HTTP.</summary>
public class JudgeApiTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private static readonly string[] Names = ["นางสาวมาลี ใจดี", "นายวิชัย ตั้งใจ"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_judge_opens_the_link_scores_submits_and_takes_it_back()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server, 2);
        using var judge = new JudgeClient(server.Address, await LinkAsync(server, id, Names[0]));
        var sheet = await judge.SheetAsync();
        Assert.Equal(
            ("open", Names[0], "รางวัลทดสอบ", 2),
            (Text(sheet, "state"), Text(sheet, "judge"), Text(sheet, "cycle", "award"), sheet["entries"]!.AsArray().Count));
        var saved = await judge.SaveAsync("E0001", "๔๐.๕", "20", "10");
        Assert.Equal(("1.1", 70.5m, "complete"), (Count(Text(saved, "version")), saved["total"]!.GetValue<decimal>(), Text(saved, "state")));
        Assert.Equal("40.5", Text((await judge.EntryAsync("E0001"))["scores"]!, "A"));

        using var incomplete = await judge.SubmitAsync();
        var problem = await AwardFlowClient.JsonAsync(incomplete);
        Assert.Equal(HttpStatusCode.Conflict, incomplete.StatusCode);
        Assert.Equal("E0002", problem["incomplete"]![0]!.GetValue<string>());
        using var submitted = await judge.SubmitAsync(Text(problem, "confirm"));
        var submission = await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(submitted));
        Assert.Equal((2, 3), (submission["uploadNumber"]!.GetValue<int>(), submission["rows"]!.GetValue<int>()));
        using var frozen = await judge.PutAsync("E0001", Text(saved, "version"), JudgeClient.Body("1", "1", "1"));
        Assert.Equal(HttpStatusCode.Conflict, frozen.StatusCode);
        Assert.Equal(70.5m, await AverageAsync(server, id, "E0001"));
        var upload = await server.Client.GetJsonAsync($"/api/cycles/{id}/uploads/2");
        Assert.Equal("page", Text(upload["upload"]!, "source"));
        Assert.Equal(
            $"entry_code,judge,criterion,score,comment\r\nE0001,{Names[0]},A,40.5,\r\nE0001,{Names[0]},B,20,\r\nE0001,{Names[0]},C,10,\r\n",
            (await server.Client.GetTextAsync($"/api/cycles/{id}/uploads/{Text(submission, "sha256")}")).TrimStart('\ufeff').ReplaceLineEndings("\r\n"));

        using var back = await judge.SendAsync(HttpMethod.Delete, "/api/judge/submit");
        Assert.Equal("open", Text(await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(back)), "state"));
        Assert.Null(await AverageAsync(server, id, "E0001"));
        Assert.Equal("40.5", Text((await judge.EntryAsync("E0001"))["scores"]!, "A"));
    }

    [Fact]
    public async Task Two_devices_never_replace_what_they_have_not_seen()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server, 1);
        var token = await LinkAsync(server, id, Names[0]);
        using var desktop = new JudgeClient(server.Address, token);
        using var phone = new JudgeClient(server.Address, token);
        var shown = Text(await phone.EntryAsync("E0001"), "version");
        await desktop.SaveAsync("E0001", "40", null, null);
        using var late = await phone.PutAsync("E0001", shown, JudgeClient.Body("30", null, null));
        var problem = await AwardFlowClient.JsonAsync(late);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal(("40", "1.1"), (Text(problem["current"]!["scores"]!, "A"), Count(Text(problem["current"]!, "version"))));
        // A page that got no answer repeats what is stored already.
        using var repeated = await desktop.PutAsync("E0001", shown, JudgeClient.Body("40", null, null));
        Assert.Equal("1.1", Count(Text(await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(repeated)), "version")));
        using var blind = await phone.PutAsync("E0001", version: null, JudgeClient.Body("30", null, null));
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
    }

    [Theory]
    [InlineData("50.5")]
    [InlineData("-1")]
    [InlineData("8,5")]
    [InlineData("แปด")]
    [InlineData("40.3")]
    [InlineData("1e3")]
    [InlineData("๕๑")]
    public async Task What_is_no_score_of_the_criterion_is_named_and_nothing_is_saved(string typed)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server, 1, definition => definition with { Judging = new JudgingRules { Step = 0.5m } });
        using var judge = new JudgeClient(server.Address, await LinkAsync(server, id, Names[0]));
        using var refused = await judge.PutAsync("E0001", Text(await judge.EntryAsync("E0001"), "version"), JudgeClient.Body(typed, "20", "10"));
        var fault = (await AwardFlowClient.JsonAsync(refused))["faults"]!.AsArray().Single()!;
        Assert.Equal((HttpStatusCode.BadRequest, "A", typed), (refused.StatusCode, Text(fault, "criterion"), Text(fault, "value")));
        Assert.Equal(("empty", "1.0"), (Text(await judge.EntryAsync("E0001"), "state"), Count(Text(await judge.EntryAsync("E0001"), "version"))));
    }

    [Fact]
    public async Task An_entry_that_a_judge_declines_is_withdrawn_for_the_judge_with_the_reason()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server, 2);
        using var judge = new JudgeClient(server.Address, await LinkAsync(server, id, Names[0]));
        using var declined = await judge.SendAsync(HttpMethod.Post, "/api/judge/entries/E0001/recuse", body: new { reason = "เป็นที่ปรึกษาของหน่วยงานนี้" });
        Assert.Equal("recused", Text(await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(declined)), "state"));
        var withdrawal = (await server.Client.GetJsonAsync($"/api/cycles/{id}/withdrawals")).AsArray().Single()!;
        Assert.Equal((Names[0], "เป็นที่ปรึกษาของหน่วยงานนี้", Names[0]), (Text(withdrawal, "judge"), Text(withdrawal, "reason"), Text(withdrawal, "by")));
        Assert.Equal("recused", Text(await BoardAsync(server, id), "judges", 0, "cells", 0));
        using var scored = await judge.PutAsync("E0001", Text(await judge.EntryAsync("E0001"), "version"), JudgeClient.Body("1", "1", "1"));
        Assert.Equal(HttpStatusCode.Conflict, scored.StatusCode);
        using var accepted = await judge.SendAsync(HttpMethod.Delete, "/api/judge/entries/E0001/recuse");
        Assert.Equal("empty", Text(await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(accepted)), "state"));
        // What the office withdrew is not the judge's to see, or to put back.
        await AwardFlowClient.SucceedAsync(
            await server.Client.PostAsync($"/api/cycles/{id}/entries/E0002/judges/{Uri.EscapeDataString(Names[0])}/withdraw", new { reason = "ญาติ" }));
        using var hidden = await judge.SendAsync(HttpMethod.Delete, "/api/judge/entries/E0002/recuse");
        Assert.Equal(HttpStatusCode.Conflict, hidden.StatusCode);
        Assert.Single((await judge.SheetAsync())["entries"]!.AsArray());
    }

    [Fact]
    public async Task A_cycle_scored_half_by_page_and_half_by_sheet_has_the_averages_of_an_independent_sum()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        string[] judges = ["ก", "ข", "ค", "ง"];
        var id = await OpenAsync(server, 4, definition => definition with { Judges = [.. judges.Select(name => new Judge(JudgeName.Parse(name)))] });
        var totals = new decimal[4];
        for (var j = 0; j < judges.Length; j++)
        {
            var points = Enumerable.Range(0, 4).Select(e => new[] { 30.25m + j * 3 + e, 15.5m + e * 2, 10.75m + j }).ToArray();
            for (var e = 0; e < 4; e++)
            {
                totals[e] += points[e].Sum();
            }
            if (j % 2 == 0)
            {
                using var judge = new JudgeClient(server.Address, await LinkAsync(server, id, judges[j]));
                for (var e = 0; e < 4; e++)
                {
                    await judge.SaveAsync($"E000{e + 1}", [.. points[e].Select(Written)]);
                }
                using var submitted = await judge.SubmitAsync();
                await AwardFlowClient.SucceedAsync(submitted);
            }
            else
            {
                var sheet = "entry_code,judge,A,B,C\n"
                    + string.Join('\n', points.Select((given, e) => $"E000{e + 1},{judges[j]},{string.Join(',', given.Select(Written))}"));
                await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", System.Text.Encoding.UTF8.GetBytes(sheet)));
            }
        }
        for (var e = 0; e < 4; e++)
        {
            Assert.Equal(Math.Round(totals[e] / 4, 2, MidpointRounding.AwayFromZero), await AverageAsync(server, id, $"E000{e + 1}"));
        }
        Assert.Equal(0, (await server.Client.GetJsonAsync($"/api/cycles/{id}/progress"))["missing"]!.GetValue<int>());
    }

    [Fact]
    public async Task Of_a_sheet_and_a_page_of_one_judge_the_later_counts_and_both_say_so()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server, 1);
        using var judge = new JudgeClient(server.Address, await LinkAsync(server, id, Names[0]));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], Names[0], 10, 10, 10)));
        Assert.Equal(("sheet", "10"), (Text((await judge.SheetAsync())["alsoSheet"]!, "counts"), Text((await judge.EntryAsync("E0001"))["sheetScores"]!, "A")));
        Assert.Equal("sheet", Text(await BoardAsync(server, id), "judges", 0, "cells", 0));
        await judge.SaveAsync("E0001", "40", "20", "10");
        using var submitted = await judge.SubmitAsync();
        await AwardFlowClient.SucceedAsync(submitted);
        Assert.Equal(("page", 70m), (Text((await judge.SheetAsync())["alsoSheet"]!, "counts"), await AverageAsync(server, id, "E0001")));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], Names[0], 20, 20, 20)));
        Assert.Equal(("sheet", 60m), (Text((await judge.SheetAsync())["alsoSheet"]!, "counts"), await AverageAsync(server, id, "E0001")));
        Assert.Equal("sheet", Text(await BoardAsync(server, id), "judges", 0, "sheets", 1, "counts"));
    }

    [Fact]
    public async Task A_page_from_before_a_change_of_the_criteria_is_answered_with_what_is_asked_now()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        CycleDefinition? definition = null;
        var id = await OpenAsync(server, 1, each => definition = each);
        using var judge = new JudgeClient(server.Address, await LinkAsync(server, id, Names[0]));
        var shown = Text(await judge.SaveAsync("E0001", "40", "20", "10"), "version");
        var changed = definition! with
        {
            Id = CycleId.Parse(id),
            Rubric = [definition!.Rubric[0] with { Criteria = [new Criterion("A", "ตรงประเด็น", 30)] }, .. definition!.Rubric.Skip(1)],
        };
        using var asked = await server.Client.PutAsync(changed);
        var effect = await AwardFlowClient.JsonAsync(asked);
        Assert.Equal(
            (HttpStatusCode.Conflict, 1, Names[0], "aboveMaximum"),
            (
                asked.StatusCode,
                effect["effect"]!["typed"]!["scores"]!.GetValue<int>(),
                Text(effect, "effect", "typed", "judges", 0),
                Text(effect, "effect", "typed", "why", 0)));
        await AwardFlowClient.SucceedAsync(await server.Client.PutJsonAsync($"/api/cycles/{id}?confirm={Text(effect, "confirm")}", changed));
        foreach (var points in new[] { "40", "25" })
        {
            using var late = await judge.PutAsync("E0001", shown, JudgeClient.Body(points, "20", "10"));
            var problem = await AwardFlowClient.JsonAsync(late);
            Assert.Equal(
                (HttpStatusCode.PreconditionFailed, true, "40"),
                (late.StatusCode, problem["rubricChanged"]!.GetValue<bool>(), Text(problem, "current", "scores", "A")));
        }
        Assert.True((await judge.EntryAsync("E0001"))["changed"]!.GetValue<bool>());
        await judge.SaveAsync("E0001", "25", "20", "10");
        Assert.Null((await judge.EntryAsync("E0001"))["changed"]);
    }

    [Fact]
    public async Task A_submission_says_which_sheet_it_counts_instead_of_and_the_history_says_whence_each_came()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server, 2);
        using var judge = new JudgeClient(server.Address, await LinkAsync(server, id, Names[0]));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001", "E0002"], Names[0], 10, 10, 10)));
        Assert.Equal(
            (false, 0),
            ((await judge.SheetAsync())["entries"]![0]!["owed"]!.GetValue<bool>(), (await judge.SheetAsync())["progress"]!["owed"]!.GetValue<int>()));
        await judge.SaveAsync("E0001", "40", null, "10");
        using var asked = await judge.SubmitAsync();
        using var submitted = await judge.SubmitAsync(Text(await AwardFlowClient.JsonAsync(asked), "confirm"));
        var answer = await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(submitted));
        Assert.Equal((2, 1), (answer["insteadOf"]!["uploadNumber"]!.GetValue<int>(), answer["insteadOf"]!["entries"]!.GetValue<int>()));
        // What a sheet says is what the sheet says, and not what the page gave since.
        Assert.Equal(("10", "10"), (Text(await judge.EntryAsync("E0001"), "sheetScores", "A"), Text(await judge.EntryAsync("E0001"), "sheetScores", "B")));
        using var later = await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], Names[0], 20, 20, 20));
        Assert.Equal(3, (await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(later)))["changes"]!["judges"]![0]!["page"]!.GetValue<int>());
        Assert.Equal(
            ["sheet", "sheet", "page", "sheet"],
            (await server.Client.GetJsonAsync($"/api/cycles/{id}/uploads")).AsArray().Select(upload => Text(upload!, "source")));
    }

    [Fact]
    public async Task No_token_reaches_another_judge_s_scores_or_any_other_route()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await OpenAsync(server, 1, definition => definition with { Judging = new JudgingRules { Blind = true } });
        using var one = new JudgeClient(server.Address, await LinkAsync(server, id, Names[0]));
        using var other = new JudgeClient(server.Address, await LinkAsync(server, id, Names[1]));
        await one.SaveAsync("E0001", "41.25", "21.25", "11.25");
        using var submitted = await one.SubmitAsync();
        await AwardFlowClient.SucceedAsync(submitted);
        var seen = $"{await other.SheetAsync()}{await other.EntryAsync("E0001")}";
        foreach (var secret in new[] { "41.25", "73.75", Names[0], "เทศบาล", "นายกเทศมนตรี", "@entrant", "ยะลา" })
        {
            Assert.DoesNotContain(secret, seen, StringComparison.Ordinal);
        }
        foreach (var path in new[]
        {
            "/api/cycles", $"/api/cycles/{id}", $"/api/cycles/{id}/results", $"/api/cycles/{id}/judging", $"/api/cycles/{id}/statistics", "/api/caller",
        })
        {
            using var answer = await other.TryAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        using var officer = await server.Client.Http.GetAsync("/api/judge", Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, officer.StatusCode);
    }

    [Fact]
    public async Task Tokens_that_open_nothing_get_one_answer_and_guessing_is_slowed_down()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server, 1);
        var token = await LinkAsync(server, id, Names[0]);
        var newer = await LinkAsync(server, id, Names[0]);
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wrong in new[]
        {
            token, newer[..^1], newer + "A", $"{newer[..20]}{(newer[20] == 'A' ? 'B' : 'A')}{newer[21..]}", "x", new string('A', 5000),
        })
        {
            using var judge = new JudgeClient(server.Address, wrong);
            using var refused = await judge.TryAsync("/api/judge");
            var answer = await AwardFlowClient.JsonAsync(refused);
            answers.Add($"{(int)refused.StatusCode} {answer["title"]} {answer["detail"]}");
        }
        Assert.StartsWith("401", Assert.Single(answers), StringComparison.Ordinal);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 10; i++)
        {
            using var guess = new JudgeClient(server.Address, $"guess{i}");
            using var refused = await guess.TryAsync("/api/judge");
            statuses.Add(refused.StatusCode);
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        // Whoever has a link is not kept out by who guesses from the same address, nor by a link that was withdrawn since.
        foreach (var (genuine, status) in new[] { (newer, HttpStatusCode.OK), (token, HttpStatusCode.Unauthorized), (newer, HttpStatusCode.OK) })
        {
            using var judge = new JudgeClient(server.Address, genuine);
            using var answer = await judge.TryAsync("/api/judge");
            Assert.Equal(status, answer.StatusCode);
        }
        using var again = new JudgeClient(server.Address, "guess");
        using var slowed = await again.TryAsync("/api/judge");
        Assert.Equal((HttpStatusCode.TooManyRequests, true), (slowed.StatusCode, slowed.Headers.RetryAfter?.Delta > TimeSpan.Zero));
        // A server without keys is open to this machine, and judges' links are no keys.
        Assert.Equal("open", await server.Client.StateAsync(id));
    }

    [Fact]
    public async Task A_page_from_before_a_cycle_was_sent_back_replaces_nothing()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await OpenAsync(server, 1, definition => definition with { Judges = [new Judge(JudgeName.Parse(Names[0]))] });
        using var judge = new JudgeClient(server.Address, await LinkAsync(server, id, Names[0]));
        var shown = Text(await judge.SaveAsync("E0001", "40", "20", "10"), "version");
        var shownSheet = Text(await judge.SheetAsync(), "version");
        using var submitted = await judge.SubmitAsync();
        await AwardFlowClient.SucceedAsync(submitted);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        Assert.Equal("closed", Text(await judge.SheetAsync(), "state"));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/sendBack", new { reason = "ขอทบทวนคะแนน" }));
        Assert.Equal("submitted", Text(await judge.SheetAsync(), "state"));
        using var back = await judge.SendAsync(HttpMethod.Delete, "/api/judge/submit");
        await AwardFlowClient.SucceedAsync(back);
        using var old = await judge.PutAsync("E0001", shown, JudgeClient.Body("1", "1", "1"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, old.StatusCode);
        Assert.Equal("2.1", Count(Text((await AwardFlowClient.JsonAsync(old))["current"]!, "version")));
        using var oldSubmit = await judge.SendAsync(HttpMethod.Post, "/api/judge/submit", shownSheet);
        Assert.Equal(HttpStatusCode.PreconditionFailed, oldSubmit.StatusCode);
    }

    [Fact]
    public async Task Outsiders_reach_the_judge_s_page_its_files_and_its_api()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys, ("Public:Url", "http://127.0.0.1:0")]);
        var id = await OpenAsync(server, 1);
        var token = await LinkAsync(server, id, Names[0]);
        using var judge = new JudgeClient(server.OutsideAddress, token);
        Assert.Equal("open", Text(await judge.SheetAsync(), "state"));
        var page = await (await judge.TryAsync("/judge")).Content.ReadAsStringAsync(Cancelled);
        var script = System.Text.RegularExpressions.Regex.Match(
            page, "/pages/[0-9a-f]+/judge.js", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        using var file = await judge.TryAsync(script);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        foreach (var path in new[] { "/", "/api/cycles", $"/api/cycles/{id}/judging", script.Replace("judge.js", "app.js", StringComparison.Ordinal) })
        {
            using var nothing = await judge.TryAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        }
    }

    internal static async Task<string> OpenAsync(LocalServer server, int entries, Func<CycleDefinition, CycleDefinition>? change = null)
    {
        var definition = LocalServer.NewCycle(
            definition => (change ?? (same => same))(definition with { Judges = [.. Names.Select(name => new Judge(JudgeName.Parse(name)))] }));
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(TestSheets.Codes(entries))));
        return definition.Id.Text;
    }

    internal static async Task<string> LinkAsync(LocalServer server, string id, string judge)
    {
        using var response = await server.Client.PostAsync($"/api/cycles/{id}/judging/links", new { judges = new[] { judge } });
        var link = Text((await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(response)))["links"]![0]!, "url");
        return link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..];
    }

    internal static Task<JsonNode> BoardAsync(LocalServer server, string id) => server.Client.GetJsonAsync($"/api/cycles/{id}/judging");

    internal static string Text(JsonNode node, params object[] path) =>
        path.Aggregate(node, (at, step) => step is int place ? at[place]! : at[(string)step]!).GetValue<string>();

    // A version is a round, a count in it, and what is asked.
    private static string Count(string version) => string.Join('.', version.Split('.').Take(2));

    private static string Written(decimal points) => points.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<decimal?> AverageAsync(LocalServer server, string id, string entry) =>
        (await server.Client.GetJsonAsync($"/api/cycles/{id}/results"))["entries"]!.AsArray()
            .Single(result => result!["entry"]!["code"]!.GetValue<string>() == entry)!["average"]?.GetValue<decimal>();
}
