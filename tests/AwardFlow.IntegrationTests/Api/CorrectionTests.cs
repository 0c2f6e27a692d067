using System.Net;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Receipts;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Letters;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using MiniExcelLibs;
using UglyToad.PdfPig;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>A letter that was sent in error is followed by a correction: a new letter to chosen entries, which refers to the first.</summary>
public partial class CorrectionTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_made_approved_by_a_second_person_and_sent_once_to_the_chosen_entries()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await SentCycleAsync(server, entries: 3);
        var made = await MakeAsync(server, id, Request(["E0003", "E0001"]) with
        {
            Documents = ["results.pdf", "certificate.pdf"],
            Names = [new CorrectedNames(EntryCode.Parse("E0001"), Project: "โครงการที่สะกดถูกแล้ว")],
        });
        Assert.Equal(("rendering", 2, "malee"), (made["state"]!.GetValue<string>(), made["entries"]!.GetValue<int>(), made["madeBy"]!.GetValue<string>()));

        var awaiting = await StateAsync(server, id, "AwaitingApproval");
        Assert.Equal(3, server.MailsOf(id).Length);
        using (var own = await ApproveAsync(server, id, awaiting, AwardFlowClient.OperatorKey))
        {
            Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);
        }
        await AwardFlowClient.SucceedAsync(await ApproveAsync(server, id, awaiting));
        await StateAsync(server, id, "Sent");

        var mails = server.MailsOf(id)
            .Select(mail => MimeMessage.Load(mail, Cancelled))
            .Where(mail => mail.Subject!.Contains("ขอแก้ไข", StringComparison.Ordinal))
            .OrderBy(mail => mail.To.ToString(), StringComparer.Ordinal).ToList();
        Assert.Equal(["saraban-e0001@entrant.example", "saraban-e0003@entrant.example"], mails.Select(mail => mail.To.ToString()));
        Assert.Equal("ที่ ทดสอบ ๒๕๖๔/ว๙ เรื่อง ขอแก้ไขแจ้งผลการพิจารณาผลงาน", mails[0].Subject);
        Assert.Equal(
            ["E0001-letter.pdf", "E0001-certificate.pdf", "E0001-results.pdf"], mails[0].Attachments.Select(part => part.ContentDisposition!.FileName));
        var letter = Text(Attachment(mails[0], "E0001-letter.pdf"));
        Assert.Contains("อ้างถึง  หนังสือสำนักงานทดสอบ ที่ ทดสอบ ๒๕๖๔/ว๑ ลงวันที่ ๑๕ ตุลาคม ๒๕๖๔", letter, StringComparison.Ordinal);
        Assert.Contains("โครงการที่สะกดถูกแล้ว", letter, StringComparison.Ordinal);
        Assert.Contains("โครงการที่สะกดถูกแล้ว", Text(Attachment(mails[0], "E0001-certificate.pdf")), StringComparison.Ordinal);
        Assert.Equal(Attachment(mails[0], "E0001-letter.pdf"), await server.Client.GetBytesAsync($"/api/cycles/{id}/corrections/1/letters/E0001"));
        Assert.Equal(
            Attachment(mails[0], "E0001-letter.pdf"),
            (await server.Services.GetRequiredService<LetterStore>()
                .FindCorrectionAsync(CycleId.Parse(id), EntryCode.Parse("E0001"), LetterDocument.Letter, 1, Cancelled))!
                .ToArray());
        // The first letter stays as it was.
        Assert.Contains("ที่ ทดสอบ ๒๕๖๔/ว๑", Text(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters/E0001")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_the_register_the_trail_and_the_journal_tell_of_it_beside_the_first_letter()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await SentCycleAsync(server, entries: 2);
        await SendAsync(server, id, Request(["E0002"]) with { Number = "ทดสอบ 2564/{number}", FirstNumber = 77 });

        var ledger = await server.Client.GetJsonAsync($"/api/cycles/{id}/ledger?sort=code");
        Assert.Equal([null, "accepted"], ledger["rows"]!.AsArray().Select(row => row!["corrections"]?[0]!["state"]!.GetValue<string>()));
        var delivery = await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0002");
        Assert.Equal((1, "accepted"), (delivery["corrections"]![0]!["correction"]!.GetValue<int>(), delivery["state"]!.GetValue<string>()));
        Assert.Equal([null, 1], delivery["journal"]!.AsArray().Select(line => (int?)line!["correction"]).Distinct());
        Assert.Equal(2, (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray().Count);

        using var register = new MemoryStream(await server.Client.GetBytesAsync($"/api/cycles/{id}/register.xlsx"));
        var last = MiniExcel.Query(register).Cast<IDictionary<string, object?>>().Last().Values.Select(value => $"{value}").ToArray();
        Assert.Equal(("77", "ทดสอบ ๒๕๖๔/๗๗", "ขอแก้ไขแจ้งผลการพิจารณาผลงาน", "E0002 แก้ไขหนังสือที่ ทดสอบ ๒๕๖๔/ว๑"), (last[0], last[1], last[5], last[7]));

        var trail = await server.Client.GetJsonAsync($"/api/cycles/{id}/trail?limit=200");
        Assert.True(trail["isWhole"]!.GetValue<bool>());
        Assert.Equal(
            ["correctionMade", "correctionAwaited", "correctionApproved", "correctionReleased", "journalsKept", "correctionSent"],
            trail["rows"]!.AsArray().Select(line => line!["kind"]!.GetValue<string>()).SkipWhile(kind => kind != "correctionMade"));
        // Receipts and reminders of first letters are as they were.
        Assert.Equal(
            (2, 2),
            (
                (await server.Client.GetJsonAsync($"/api/cycles/{id}"))["mailed"]!.GetValue<int>(),
                (await server.Client.GetJsonAsync($"/api/cycles/{id}/receipts"))["letters"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Each_letter_has_a_receipt_link_of_its_own()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 2);
        await SendAsync(server, id, Request(["E0001"]));
        using var first = Recipient.Of(server, Path.GetFileNameWithoutExtension(server.MailsOf(id).Single(mail => IsOf(mail, "e0001", isCorrection: false))));
        using var second = Recipient.Of(server, Path.GetFileNameWithoutExtension(server.MailsOf(id).Single(mail => IsOf(mail, "e0001", isCorrection: true))));
        server.Time.Advance(TimeSpan.FromDays(3));
        Assert.Contains("๒๕๖๔/ว๑<", await first.TextAsync(), StringComparison.Ordinal);
        var page = await second.TextAsync();
        Assert.Contains("๒๕๖๔/ว๙<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("certificate.pdf", page, StringComparison.Ordinal);
        using (var pdf = await second.SendAsync(HttpMethod.Get, $"{second.Path}/letter.pdf"))
        {
            Assert.Contains("ขอแก้ไข", Text(await pdf.Content.ReadAsByteArrayAsync(Cancelled)), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.SeeOther, (await second.ConfirmAsync("88")).StatusCode);
        var delivery = await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001");
        Assert.Equal(
            ("accepted", "received", "88"),
            (
                delivery["state"]!.GetValue<string>(),
                delivery["corrections"]![0]!["state"]!.GetValue<string>(),
                delivery["corrections"]![0]!["receipt"]!["registerNumber"]!.GetValue<string>()));
        Assert.Equal("sent", await server.Client.StateAsync(id));
        Assert.Equal(HttpStatusCode.SeeOther, (await first.ConfirmAsync("87")).StatusCode);
        Assert.Equal("87", (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001"))["receipt"]!["registerNumber"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_completed_cycle_takes_one_too_with_receipts_from_its_own_day()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 1);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/receipt", new { registerNumber = "1" }));
        await server.FinishedAsync(id);
        Assert.Equal("completed", await server.Client.StateAsync(id));
        await SendAsync(server, id, Request(["E0001"]));
        using var desk = Recipient.Of(server, Path.GetFileNameWithoutExtension(server.MailsOf(id).Single(mail => IsOf(mail, "e0001", isCorrection: true))));
        server.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.ConfirmAsync("2")).StatusCode);
        var delivery = await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001");
        Assert.Equal(
            ("1", "2"),
            (delivery["receipt"]!["registerNumber"]!.GetValue<string>(), delivery["corrections"]![0]!["receipt"]!["registerNumber"]!.GetValue<string>()));
        Assert.Equal("completed", await server.Client.StateAsync(id));
        Assert.True((await server.Client.GetJsonAsync($"/api/cycles/{id}/trail"))["isWhole"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_second_correction_refers_to_the_first_one_too_and_needs_another_number()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 2);
        await SendAsync(server, id, Request(["E0001"]));
        using (var same = await PostAsync(server, id, Request(["E0002"])))
        {
            Assert.Contains("number", await same.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.BadRequest, same.StatusCode);
        }
        await SendAsync(server, id, Request(["E0001", "E0002"]) with { Number = "ทดสอบ 2564/ว10" }, number: 2);
        Assert.Contains("๒๕๖๔/ว๙ ลงวันที่", Text(await server.Client.GetBytesAsync($"/api/cycles/{id}/corrections/2/letters/E0001")), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "๒๕๖๔/ว๙ ลงวันที่", Text(await server.Client.GetBytesAsync($"/api/cycles/{id}/corrections/2/letters/E0002")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_looked_at_before_it_is_made_marked_as_a_draft()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 2);
        using var shown = await server.Client.PostAsync($"/api/cycles/{id}/corrections/preview?entry=E0002", Request(["E0001", "E0002"]));
        var text = Text(await (await AwardFlowClient.SucceedAsync(shown)).Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Contains("ร่าง", text, StringComparison.Ordinal);
        Assert.Contains("E0002", text, StringComparison.Ordinal);
        Assert.Empty((await server.Client.GetJsonAsync($"/api/cycles/{id}/corrections")).AsArray());
    }

    [Theory]
    [InlineData("""{"entries": [], "number": "1", "date": "2021-10-20", "opening": ["ก"], "closing": ["ข"]}""", "entries")]
    [InlineData("""{"entries": ["E0001", "NONE"], "number": "1", "date": "2021-10-20", "opening": ["ก"], "closing": ["ข"]}""", "entries[1]")]
    [InlineData("""{"entries": ["E0001", "e0001"], "number": "1", "date": "2021-10-20", "opening": ["ก"], "closing": ["ข"]}""", "entries[1]")]
    [InlineData("""{"entries": ["E0002"], "number": "1", "date": "2021-10-20", "opening": ["ก"], "closing": ["ข"]}""", "entries[0]")]
    [InlineData("""{"entries": ["E0001"], "number": " ", "date": "2021-10-20", "opening": ["ก"], "closing": ["ข"]}""", "number")]
    [InlineData("""{"entries": ["E0001"], "number": "ทดสอบ ๒๕๖๔/ว๑", "date": "2021-10-20", "opening": ["ก"], "closing": ["ข"]}""", "number")]
    [InlineData("""{"entries": ["E0001"], "number": "1/{number}", "date": "2021-10-20", "opening": ["ก"], "closing": ["ข"]}""", "firstNumber")]
    [InlineData("""{"entries": ["E0001"], "number": "1", "date": "2021-10-14", "opening": ["ก"], "closing": ["ข"]}""", "date")]
    [InlineData("""{"entries": ["E0001"], "number": "1", "date": "2021-10-20", "opening": ["{nobody}"], "closing": ["ข"]}""", "opening[0]")]
    [InlineData("""{"entries": ["E0001"], "number": "1", "date": "2021-10-20", "opening": [], "closing": ["ข"]}""", "opening")]
    [InlineData(
        """{"entries": ["E0001"], "number": "1", "date": "2021-10-20", "opening": ["ก"], "closing": ["ข"], "documents": ["letter.docx"]}""", "documents[0]")]
    [InlineData(
        """{"entries": ["E0001"], "number": "1", "date": "2021-10-20", "opening": ["ก"], "closing": ["ข"], "names": [{"entryCode": "E0009", "project": "ก"}]}""",
        "names[0].entryCode")]
    [InlineData("""{"entries": ["E0001"], "number": "1", "date": "2021-10-20", "opening": ["ก"], "closing": ["ข"], "extra": 1}""", "extra")]
    [InlineData("""{"entries": ["E0001"], "date": "2021-10-20", "opening": ["ก"], "closing": ["ข"]}""", "number")]
    [InlineData("[]", "$")]
    public async Task What_is_wrong_with_a_request_is_named(string json, string member)
    {
        var (server, id) = await HeldAsync();
        await using var _ = server;
        using var refused = await server.Client.Http.PostAsync(
            $"/api/cycles/{id}/corrections", new StringContent(json, System.Text.Encoding.UTF8, "application/json"), Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal([member], (await AwardFlowClient.JsonAsync(refused))["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task Before_all_letters_are_sent_there_is_nothing_to_correct()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var refused = await PostAsync(server, id, Request(["E0001"]));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using var missing = await server.Client.Http.GetAsync($"/api/cycles/{id}/corrections/1", Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task An_approval_names_what_was_seen_and_an_address_that_was_corrected_since_voids_it()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await SentCycleAsync(server, entries: 1);
        await MakeAsync(server, id, Request(["E0001"]));
        var seen = await StateAsync(server, id, "AwaitingApproval");
        using (var none = await server.Client.PostAsync($"/api/cycles/{id}/corrections/1/approve"))
        {
            Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        }
        await AwardFlowClient.SucceedAsync(
            await server.Client.PutJsonAsync($"/api/cycles/{id}/entries/E0001/address", new { address = "saraban@new.example" }));
        using var changed = await ApproveAsync(server, id, seen);
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        var problem = await AwardFlowClient.JsonAsync(changed);
        Assert.Equal("saraban@new.example", problem["changes"]!["entries"]![0]!["addressAfter"]!.GetValue<string>());

        await AwardFlowClient.SucceedAsync(await ApproveAsync(server, id, problem["manifestSha256"]!.GetValue<string>()));
        await StateAsync(server, id, "Sent");
        Assert.Equal(
            "saraban@new.example", MimeMessage.Load(server.MailsOf(id).Single(mail => IsOf(mail, "new.example", isCorrection: true)), Cancelled).To.ToString());
    }

    [Fact]
    public async Task A_letter_that_is_swapped_after_the_approval_goes_as_it_was_approved()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await SentCycleAsync(server, entries: 1);
        await MakeAsync(server, id, Request(["E0001"]));
        var seen = await StateAsync(server, id, "AwaitingApproval");
        var right = await server.Client.GetBytesAsync($"/api/cycles/{id}/corrections/1/letters/E0001");
        await server.Services.GetRequiredService<LetterStore>()
            .WriteCorrectionAsync(CycleId.Parse(id), 1, [(EntryCode.Parse("E0001"), LetterDocument.Letter, "%PDF other"u8.ToArray())], Cancelled);
        await AwardFlowClient.SucceedAsync(await ApproveAsync(server, id, seen));
        await StateAsync(server, id, "Sent");
        Assert.Equal(
            right, Attachment(MimeMessage.Load(server.MailsOf(id).Single(mail => IsOf(mail, "e0001", isCorrection: true)), Cancelled), "E0001-letter.pdf"));
        Assert.Contains("renderedAgain", await server.Client.GetTextAsync($"/api/cycles/{id}/trail.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_approvers_one_releases_it_and_a_resend_of_the_first_letter_at_that_moment_goes_too()
    {
        await using var server = await LocalServer.StartAsync(
            embedded, [.. AwardFlowClient.Keys, ("Api:Keys:somchai", "another-approvers-key-of-tests"), ("Api:Keys:somchai:Role", "approver")]);
        var id = await SentCycleAsync(server, entries: 2);
        await MakeAsync(server, id, Request(["E0001", "E0002"]));
        var seen = await StateAsync(server, id, "AwaitingApproval");
        var answers = await Task.WhenAll(
            ApproveAsync(server, id, seen), ApproveAsync(server, id, seen, "another-approvers-key-of-tests"), ApproveAsync(server, id, seen),
            server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/resend", new { reason = "ขอใหม่" }));
        Assert.Equal(HttpStatusCode.Accepted, answers[3].StatusCode);
        Assert.All(answers.Take(3), answer => Assert.True(answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.Conflict));
        Assert.Contains(answers.Take(3), answer => answer.StatusCode == HttpStatusCode.Accepted);
        await StateAsync(server, id, "Sent");
        await server.ResentAsync(id, "E0001");
        Assert.Single((await server.Client.GetJsonAsync($"/api/cycles/{id}/corrections/1"))["approvals"]!.AsArray());
        Assert.Equal(2, server.MailsOf(id).Count(mail => IsOf(mail, "@entrant.example", isCorrection: true)));
        Assert.Equal(3, server.MailsOf(id).Count(mail => IsOf(mail, "@entrant.example", isCorrection: false)));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Theory]
    [InlineData("ทดสอบ 2564/101", null, "๑๐๑")]
    [InlineData("ทดสอบ  2564/๑๐๒ ", null, "๑๐๒")]
    [InlineData("ทดสอบ 2564/10{number}", 2, "๑๐๒", "E0001")]
    [InlineData("ทดสอบ 2564/{number}", 102, "๑๐๒")]
    [InlineData("ทดสอบ 2564/{number}", 103, null)]
    [InlineData("ทดสอบ 2564/100", null, null)]
    [InlineData("ทดสอบ 2564/10{number}", 3, null)]
    public async Task No_letter_of_it_has_the_number_of_another_however_both_are_written(string number, int? first, string? doubled, string entry = "E0002")
    {
        // Two letters, 101 and 102.
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(
            entries: 2, definition => definition with { Letter = definition.Letter with { Number = "ทดสอบ 2564/{number}", FirstNumber = 101 } });
        using var answer = await PostAsync(server, id, Request([entry]) with { Number = number, FirstNumber = first });
        Assert.Equal(doubled is null ? HttpStatusCode.Accepted : HttpStatusCode.BadRequest, answer.StatusCode);
        if (doubled is not null)
        {
            var problem = (await AwardFlowClient.JsonAsync(answer))["errors"]!.AsObject().Single();
            Assert.Equal(("number", true), (problem.Key, problem.Value![0]!.GetValue<string>().Contains(doubled, StringComparison.Ordinal)));
        }
    }

    private static List<MimeMessage> RemindersOf(LocalServer server, string id) =>
    [
        .. server.MailsOf(id)
            .Select(mail => MimeMessage.Load(mail, Cancelled))
            .Where(
                mail => mail.Subject!.StartsWith("ขอความอนุเคราะห์", StringComparison.Ordinal) && mail.Subject.Contains("ขอแก้ไข", StringComparison.Ordinal)),
    ];

    private async Task<(LocalServer Server, string Id)> HeldAsync()
    {
        // E0002 has no scores, so it has no letter.
        var server = await LocalServer.StartAsync(embedded);
        var definition = LocalServer.NewCycle(same => same with { Approval = Approval.None });
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(["E0001", "E0002"])));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E0001"], "ก")));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{definition.Id}/close"));
        await server.DoneAsync("CloseScores", definition.Id.Text, "Closed = False, LookAgainAt = ,");
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{definition.Id}/close", new { asIs = true }));
        await server.SentAsync(definition.Id.Text);
        return (server, definition.Id.Text);
    }

    private static CorrectionRequest Request(string[] entries) => new()
    {
        Entries = [.. entries.Select(EntryCode.Parse)],
        Number = "ทดสอบ 2564/ว9",
        Date = new DateOnly(2021, 10, 20),
        Opening = ["ตามหนังสือที่อ้างถึง {organiser} ได้แจ้งผลการพิจารณาผลงาน “{project}” รหัส {entry} นั้น ปรากฏว่าข้อความคลาดเคลื่อน"],
        Closing = ["จึงเรียนมาเพื่อโปรดทราบ และขออภัยมา ณ โอกาสนี้"],
    };

    private static async Task<string> SentCycleAsync(LocalServer server, int entries)
    {
        var id = await server.OpenCycleAsync(entries);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        return id;
    }

    private static Task<HttpResponseMessage> PostAsync(LocalServer server, string id, CorrectionRequest request) =>
        server.Client.PostAsync($"/api/cycles/{id}/corrections", request);

    private static async Task<JsonNode> MakeAsync(LocalServer server, string id, CorrectionRequest request) =>
        await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(await PostAsync(server, id, request)));

    private static async Task SendAsync(LocalServer server, string id, CorrectionRequest request, int number = 1)
    {
        await MakeAsync(server, id, request);
        if ((await server.Client.GetJsonAsync($"/api/cycles/{id}"))["approval"]!.GetValue<string>() == "required")
        {
            await AwardFlowClient.SucceedAsync(await ApproveAsync(server, id, await StateAsync(server, id, "AwaitingApproval", number), number: number));
        }
        await StateAsync(server, id, "Sent", number);
    }

    // What it is made of stands in its row; what there is to see follows the flow's steps in the log.
    private static async Task<string> StateAsync(LocalServer server, string id, string state, int number = 1)
    {
        await server.Log.WaitForAsync(
            $"CorrectLetters of CorrectionRef {{ CycleId = {id}, Number = {number}", state == "Sent" ? "IsOver = True" : "LookAgainAt =  }");
        var correction = await server.Client.GetJsonAsync($"/api/cycles/{id}/corrections/{number}");
        Assert.Equal(state, correction["state"]!.GetValue<string>(), ignoreCase: true);
        return correction["manifestSha256"]!.GetValue<string>();
    }

    private static async Task<HttpResponseMessage> ApproveAsync(LocalServer server, string id, string manifest, string? key = null, int number = 1)
    {
        if (key is null)
        {
            return await server.Client.PostAsync($"/api/cycles/{id}/corrections/{number}/approve", new { manifestSha256 = manifest });
        }
        using var other = new AwardFlowClient(server.Address, key);
        return await other.PostAsync($"/api/cycles/{id}/corrections/{number}/approve", new { manifestSha256 = manifest });
    }

    private static bool IsOf(string mail, string recipient, bool isCorrection)
    {
        var message = MimeMessage.Load(mail, Cancelled);
        return message.To.ToString().Contains(recipient, StringComparison.Ordinal)
            && message.Subject!.Contains("ขอแก้ไข", StringComparison.Ordinal) == isCorrection;
    }

    private static byte[] Attachment(MimeMessage mail, string name)
    {
        using var content = new MemoryStream();
        mail.Attachments.OfType<MimePart>().Single(part => part.FileName == name).Content!.DecodeTo(content, Cancelled);
        return content.ToArray();
    }

    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join('\n', document.GetPages().Select(page => page.Text));
    }
}
