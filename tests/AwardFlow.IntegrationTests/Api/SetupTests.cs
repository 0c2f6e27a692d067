using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;
using MimeKit;
using UglyToad.PdfPig;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>Setting a cycle up over HTTP: drafts, conditions, the history, what a change does to accepted scores, previews and test letters.</summary>
public sealed class SetupTests : IDisposable
{
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedStorage _storage;

    public SetupTests() => _storage = EmbeddedStorage.Open(_folder.Of("data"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _storage.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_cycle_is_set_up_bit_by_bit_and_opened_when_it_is_whole()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var started = await CreatedAsync(server, new { source = "blank" });
        var id = started["id"]!.GetValue<string>();
        Assert.Equal(("draft", "award-2564"), (started["state"]!.GetValue<string>(), id));
        Assert.Contains("letter.subject", Places(started["faults"]!));

        // It takes nothing, and cannot be closed or extended.
        await RefusedAsync(server, HttpMethod.Post, $"/api/cycles/{id}/close", body: null, HttpStatusCode.Conflict);
        await RefusedAsync(server, HttpMethod.Post, $"/api/cycles/{id}/extend", new { closesAt = TestCycle.ClosesAt }, HttpStatusCode.Conflict);
        using (var upload = await server.Client.UploadAsync(id, "entries", TestSheets.Entries(["E1"])))
        {
            Assert.Equal(HttpStatusCode.Conflict, upload.StatusCode);
        }
        var refused = await RefusedAsync(server, HttpMethod.Post, $"/api/cycles/{id}/open", body: null, HttpStatusCode.BadRequest);
        Assert.Contains("letter.subject", Places(refused["faults"]!));

        var (definition, tag) = await DefinitionAsync(server, id);
        var whole = JsonSerializer.SerializeToNode(TestCycle.Definition with { Id = CycleId.Parse(id) }, AwardJson.Options)!.AsObject();
        whole["closesAt"] = definition["closesAt"]!.DeepClone();
        var saved = await PutAsync(server, $"/api/cycles/{id}?draft=true", whole, ("If-Match", tag));
        Assert.Empty(saved["faults"]!.AsArray());
        Assert.Equal("local", saved["replaced"]!["by"]!.GetValue<string>());
        var opened = await SentAsync(server, HttpMethod.Post, $"/api/cycles/{id}/open", body: null);
        Assert.Equal("open", opened["state"]!.GetValue<string>());
        await RefusedAsync(server, HttpMethod.Put, $"/api/cycles/{id}?draft=true", whole, HttpStatusCode.Conflict);
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "entries", TestSheets.Entries(["E1"])));

        var history = (await server.Client.GetJsonAsync($"/api/cycles/{id}/definitions")).AsArray();
        Assert.Equal(["created", "changed", "opened"], history.Select(change => change!["kind"]!.GetValue<string>()));
        Assert.All(history, change => Assert.Equal("local", change!["by"]!.GetValue<string>()));
        Assert.Equal("", (await server.Client.GetJsonAsync($"/api/cycles/{id}/definitions/1"))["letter"]!["number"]!.GetValue<string>());
    }

    [Fact]
    public async Task Nobody_overwrites_a_colleague_without_knowing_it()
    {
        await using var server = await LocalServer.StartAsync(
            _storage,
            ("Api:Keys:malee", "malee-key-0123456789"),
            ("Api:Keys:malee:Role", "operator"),
            ("Api:Keys:wichai", "wichai-key-0123456789"),
            ("Api:Keys:wichai:Role", "operator"));
        using var malee = new AwardFlowClient(server.Address, "malee-key-0123456789");
        using var wichai = new AwardFlowClient(server.Address, "wichai-key-0123456789");
        var definition = LocalServer.NewCycle();
        var path = $"/api/cycles/{definition.Id}";
        using var created = await SendAsync(malee, HttpMethod.Put, path, definition, ("If-None-Match", "*"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var tag = created.Headers.ETag!.Tag;
        using var again = await SendAsync(wichai, HttpMethod.Put, path, definition with { Title = "ของวิชัย" }, ("If-None-Match", "*"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, again.StatusCode);
        using var changed = await SendAsync(wichai, HttpMethod.Put, path, definition with { Title = "ของวิชัย" }, ("If-Match", tag));
        var answer = await AwardFlowClient.JsonAsync(changed);
        Assert.Equal(("malee", "wichai"), (answer["replaced"]!["by"]!.GetValue<string>(), answer["definitionBy"]!.GetValue<string>()));
        using var late = await SendAsync(malee, HttpMethod.Put, path, definition with { Title = "ของมาลี" }, ("If-Match", tag));
        var problem = await AwardFlowClient.JsonAsync(late);
        Assert.Equal(
            (HttpStatusCode.PreconditionFailed, "wichai", changed.Headers.ETag!.Tag),
            (late.StatusCode, problem["by"]!.GetValue<string>(), problem["etag"]!.GetValue<string>()));
        Assert.Contains("wichai", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        using var garbled = await SendAsync(malee, HttpMethod.Put, path, definition, ("If-Match", "not a tag"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, garbled.StatusCode);
        // A program that sets no condition changes it as before, and is told whose it was.
        using var program = await SendAsync(malee, HttpMethod.Put, path, definition with { Title = "ของมาลี" });
        Assert.Equal("wichai", (await AwardFlowClient.JsonAsync(program))["replaced"]!["by"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_change_that_touches_accepted_scores_is_made_only_when_that_very_change_is_confirmed()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var id = await server.OpenCycleAsync(entries: 2);
        var path = $"/api/cycles/{id}";
        var before = await server.Client.GetTextAsync($"{path}/results");
        var lowered = TestCycle.Definition with
        {
            Id = CycleId.Parse(id),
            Rubric = [new Category("1", "ปัญหา", [new Criterion("A", "ตรงประเด็น", 1)]), new Category("2", "ผลลัพธ์", [new Criterion("B", "วัดผลได้", 30)])],
            PassMark = 10,
        };
        var question = await RefusedAsync(server, HttpMethod.Put, path, lowered, HttpStatusCode.Conflict);
        var effect = question["effect"]!;
        Assert.Equal(8, (int)effect["dropped"]!);
        Assert.Equal(
            [("A", "aboveMaximum", 2), ("C", "criterionRemoved", 2), ("A", "aboveMaximum", 2), ("C", "criterionRemoved", 2)],
            effect["drops"]!.AsArray().Select(drop => (drop!["criterion"]!.GetValue<string>(), drop["why"]!.GetValue<string>(), (int)drop["scores"]!)));
        Assert.Equal(before, await server.Client.GetTextAsync($"{path}/results"));

        var confirm = question["confirm"]!.GetValue<string>();
        await RefusedAsync(server, HttpMethod.Put, $"{path}?confirm={confirm}", lowered with { Title = "อีกอย่าง" }, HttpStatusCode.Conflict);
        await RefusedAsync(server, HttpMethod.Put, $"{path}?confirm=yes", lowered, HttpStatusCode.Conflict);
        await AwardFlowClient.SucceedAsync(await SendAsync(server.Client, HttpMethod.Put, $"{path}?confirm={confirm}", lowered));
        Assert.Equal(8, (int)(await server.Client.GetJsonAsync($"{path}/definitions")).AsArray()[^1]!["scoresDropped"]!);

        // The sheets stay, and so what was dropped can count again, as knowingly.
        var back = await RefusedAsync(server, HttpMethod.Put, path, TestCycle.Definition with { Id = CycleId.Parse(id) }, HttpStatusCode.Conflict);
        Assert.Equal(8, (int)back["effect"]!["restored"]!);
        await AwardFlowClient.SucceedAsync(
            await SendAsync(server.Client, HttpMethod.Put, $"{path}?confirm={back["confirm"]}", TestCycle.Definition with { Id = CycleId.Parse(id) }));
        Assert.Equal(before, await server.Client.GetTextAsync($"{path}/results"));
    }

    [Fact]
    public async Task A_word_is_changed_without_moving_back_a_closing_time_that_was_extended()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var id = await server.OpenCycleAsync(entries: 1);
        var (_, old) = await DefinitionAsync(server, id);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/extend", new { closesAt = TestCycle.ClosesAt.AddDays(3) }));
        var (definition, tag) = await DefinitionAsync(server, id);
        Assert.NotEqual(old, tag);
        definition["title"] = "ชื่อใหม่";
        var view = await PutAsync(server, $"/api/cycles/{id}", definition, ("If-Match", tag));
        Assert.Equal("2021-10-11T16:30:00+07:00", view["closesAt"]!.GetValue<string>());
    }

    [Fact]
    public async Task Each_year_that_was_brought_up_to_date_is_told_with_its_place_until_the_cycle_is_opened()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        await CreatedAsync(server, new { source = "sample", id = "before-2563" });
        var last = await server.Client.GetJsonAsync("/api/cycles/before-2563/definition");
        (last["year"], last["title"], last["award"]) = (2563, "รอบประจำปี 2563", "รางวัลตามระเบียบ พ.ศ. 2563");
        await AwardFlowClient.SucceedAsync(await server.Client.PutJsonAsync("/api/cycles/before-2563?draft=true", last));
        await CreatedAsync(server, new { source = "cycle", cycle = "before-2563", id = "after-2564" });
        var told = (await server.Client.GetJsonAsync("/api/cycles/after-2564/check"))["oddities"]!.AsArray()
            .Where(each => (string?)each!["code"] == "yearBroughtUp")
            .Select(each => (string?)each!["place"]);
        Assert.Equal(["title"], told);
    }

    [Fact]
    public async Task Last_time_is_carried_over_with_its_pictures()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var last = await server.OpenCycleAsync(entries: 1);
        using var picture = new ByteArrayContent(Convert.FromBase64String(Png));
        picture.Headers.ContentType = new("image/png");
        await AwardFlowClient.SucceedAsync(await server.Client.Http.PutAsync($"/api/cycles/{last}/emblem", picture, Cancelled));
        var started = await CreatedAsync(server, new { source = "cycle", cycle = last, id = "next-2565" });
        Assert.Equal(["letter.number"], Places(started["faults"]!));
        using var emblem = await server.Client.Http.GetAsync("/api/cycles/next-2565/emblem", Cancelled);
        Assert.Equal(
            ("image/png", Png), (emblem.Content.Headers.ContentType!.MediaType, Convert.ToBase64String(await emblem.Content.ReadAsByteArrayAsync(Cancelled))));
        Assert.Contains("sandbox", string.Join("", emblem.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        await RefusedAsync(server, HttpMethod.Post, "/api/cycles", new { source = "blank", id = "next-2565" }, HttpStatusCode.PreconditionFailed);
        await RefusedAsync(server, HttpMethod.Post, "/api/cycles", new { source = "blank", id = "ไม่ใช่" }, HttpStatusCode.BadRequest);
        await RefusedAsync(server, HttpMethod.Post, "/api/cycles", new { source = "elsewhere" }, HttpStatusCode.BadRequest);
        await RefusedAsync(server, HttpMethod.Post, "/api/cycles", new { source = "cycle", cycle = "nobodys-2565" }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_odd_is_a_code_with_a_place()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var id = await server.OpenCycleAsync(entries: 1, definition => definition with
        {
            ClosesAt = TestCycle.ClosesAt.AddHours(9),
            Letter = definition.Letter with { Date = new DateOnly(2021, 7, 1), Number = "ทดสอบ ๒๕๖๓/ว1" },
        });
        var check = await server.Client.GetJsonAsync($"/api/cycles/{id}/check");
        Assert.Empty(check["faults"]!.AsArray());
        var odd = check["oddities"]!.AsArray().Select(each => (each!["place"]!.GetValue<string>(), each["code"]!.GetValue<string>())).ToList();
        Assert.Superset(
            new HashSet<(string, string)>
            {
                ("closesAt", "closingAtNight"),
                ("letter.date", "letterOld"),
                ("letter.number", "otherYear"),
                ("judges", "judgesUnnamed"),
                ("emblem", "noEmblem"),
                ("entries", "noPhoneColumn"),
            },
            odd.ToHashSet());
    }

    [Fact]
    public async Task A_preview_is_set_of_whatever_is_typed_and_bounded()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        foreach (var document in new[] { "letter", "certificate", "results" })
        {
            using var response = await SendAsync(
                server.Client,
                HttpMethod.Post,
                $"/api/previews/{document}",
                new { definition = new { title = "รอบ" }, passed = false, emblem = $"data:image/png;base64,{Png}" });
            await AwardFlowClient.SucceedAsync(response);
            using var pdf = PdfDocument.Open(await response.Content.ReadAsByteArrayAsync(Cancelled));
            Assert.Contains("ร่าง", string.Concat(pdf.GetPage(1).Letters.Select(letter => letter.Value)), StringComparison.Ordinal);
        }
        await RefusedAsync(server, HttpMethod.Post, "/api/previews/letter", new { passed = true }, HttpStatusCode.BadRequest);
        await RefusedAsync(
            server, HttpMethod.Post, "/api/previews/letter", new { definition = new { }, emblem = "data:image/png;base64,AAAA" }, HttpStatusCode.BadRequest);
        await RefusedAsync(
            server,
            HttpMethod.Post,
            "/api/previews/letter",
            new { definition = new { }, emblem = "https://elsewhere.example/x.png" },
            HttpStatusCode.BadRequest);
        await RefusedAsync(
            server,
            HttpMethod.Post,
            "/api/previews/letter",
            new { definition = new { title = new string('ก', 120_000) } },
            HttpStatusCode.RequestEntityTooLarge);
        await RefusedAsync(server, HttpMethod.Post, "/api/previews/letter", new { definition = new { }, cycle = "nobodys-2565" }, HttpStatusCode.NotFound);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 80).Select(async _ =>
        {
            using var response = await SendAsync(server.Client, HttpMethod.Post, "/api/previews/results", new { definition = new { } });
            return response.StatusCode;
        }));
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Contains(HttpStatusCode.OK, statuses);
        // A picture is decoded when it is the caller's turn, not before: one that is none counts too.
        var bad = await Task.WhenAll(Enumerable.Range(0, 80).Select(async _ =>
        {
            using var response = await SendAsync(
                server.Client, HttpMethod.Post, "/api/previews/results", new { definition = new { }, emblem = "data:image/png;base64,AAAA" });
            return response.StatusCode;
        }));
        Assert.Contains(HttpStatusCode.TooManyRequests, bad);
    }

    [Fact]
    public async Task A_test_letter_goes_to_oneself_is_marked_and_stands_in_the_history_alone()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var id = (await CreatedAsync(server, new { source = "sample" }))["id"]!.GetValue<string>();
        await RefusedAsync(
            server, HttpMethod.Post, $"/api/cycles/{id}/test-letter", new { passed = true, address = "stranger@elsewhere.example" }, HttpStatusCode.BadRequest);
        var sent = await SentAsync(server, HttpMethod.Post, $"/api/cycles/{id}/test-letter", new { passed = true, address = "malee@dga.example" });
        Assert.Equal(("malee@dga.example", true), (sent["address"]!.GetValue<string>(), (bool)sent["outbox"]!));
        var mail = await MimeMessage.LoadAsync(Assert.Single(server.MailsOf(id)), Cancelled);
        Assert.StartsWith("[ทดสอบ] ", mail.Subject, StringComparison.Ordinal);
        Assert.Equal("malee@dga.example", mail.To.Mailboxes.Single().Address);
        Assert.Contains("การทดสอบ", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(3, mail.Attachments.Count());
        foreach (var part in mail.Attachments.Cast<MimePart>())
        {
            using var file = new MemoryStream();
            await part.Content!.DecodeToAsync(file, Cancelled);
            using var pdf = PdfDocument.Open(file.ToArray());
            Assert.All(pdf.GetPages(), page => Assert.Contains("ทดสอบ", string.Concat(page.Letters.Select(letter => letter.Value)), StringComparison.Ordinal));
        }
        var last = (await server.Client.GetJsonAsync($"/api/cycles/{id}/definitions")).AsArray()[^1]!;
        Assert.Equal(("testLetter", "malee@dga.example"), (last["kind"]!.GetValue<string>(), last["detail"]!.GetValue<string>()));
        var before = await DefinitionAsync(server, id);
        var many = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var response = await SendAsync(server.Client, HttpMethod.Post, $"/api/cycles/{id}/test-letter", new { passed = false });
            return response.StatusCode;
        }));
        Assert.Equal(9, many.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(before.Tag, (await DefinitionAsync(server, id)).Tag);
    }

    private static IEnumerable<string> Places(JsonNode faults) => faults.AsArray().Select(fault => fault!["place"]!.GetValue<string>());

    private static async Task<(JsonObject Definition, string Tag)> DefinitionAsync(LocalServer server, string id)
    {
        using var response = await server.Client.Http.GetAsync($"/api/cycles/{id}/definition", Cancelled);
        await AwardFlowClient.SucceedAsync(response);
        return ((await AwardFlowClient.JsonAsync(response)).AsObject(), response.Headers.ETag!.Tag);
    }

    private static async Task<JsonNode> CreatedAsync(LocalServer server, object body)
    {
        using var response = await SendAsync(server.Client, HttpMethod.Post, "/api/cycles", body);
        await AwardFlowClient.SucceedAsync(response);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return await AwardFlowClient.JsonAsync(response);
    }

    private static async Task<JsonNode> PutAsync(LocalServer server, string path, object body, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(server.Client, HttpMethod.Put, path, body, headers);
        return await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(response));
    }

    private static async Task<JsonNode> SentAsync(LocalServer server, HttpMethod method, string path, object? body)
    {
        using var response = await SendAsync(server.Client, method, path, body);
        return await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(response));
    }

    private static async Task<JsonNode> RefusedAsync(LocalServer server, HttpMethod method, string path, object? body, HttpStatusCode status)
    {
        using var response = await SendAsync(server.Client, method, path, body);
        var problem = await AwardFlowClient.JsonAsync(response);
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} {problem.ToJsonString(AwardJson.Options)}");
        Assert.NotEmpty(problem["title"]!.GetValue<string>());
        return problem;
    }

    private static async Task<HttpResponseMessage> SendAsync(
        AwardFlowClient client, HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(JsonSerializer.Serialize(body, AwardJson.Options), Encoding.UTF8, "application/json");
        }
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return await client.Http.SendAsync(request, Cancelled);
    }
}
