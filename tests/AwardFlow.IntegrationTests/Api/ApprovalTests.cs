using System.Net;
using System.Security.Cryptography;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Letters;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>An approval is for what the approver saw, by a second person, and what is sent is what was approved.</summary>
public class ApprovalTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private static readonly (string, string)[] Undo = [("Approval:UndoSeconds", "60")];

    private static readonly string[] Two = ["ก", "ข"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_names_what_was_seen()
    {
        await using var server = await KeyedAsync();
        var id = await AwaitingAsync(server);
        var manifest = await server.Client.GetJsonAsync($"/api/cycles/{id}/manifest");
        Assert.Equal((await server.Client.GetJsonAsync($"/api/cycles/{id}"))["manifestSha256"]!.GetValue<string>(), manifest["sha256"]!.GetValue<string>());
        foreach (var entry in manifest["pages"]!.AsArray().SelectMany(page => page!["entries"]!.AsArray()))
        {
            var code = entry!["entryCode"]!.GetValue<string>();
            Assert.Equal($"saraban-{code.ToLowerInvariant()}@entrant.example", entry["address"]!.GetValue<string>());
            Assert.Equal(
                entry["documents"]!["letter.pdf"]!.GetValue<string>(),
                Convert.ToHexStringLower(SHA256.HashData(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters/{code}"))));
        }

        using var without = await server.Client.PostAsync($"/api/cycles/{id}/approve");
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var none = await server.Client.PostAsync($"/api/cycles/{id}/approve", new { manifestSha256 = "x" });
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        using var other = await server.Client.PostAsync($"/api/cycles/{id}/approve", new { manifestSha256 = new string('0', 64) });
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal("awaitingApproval", await server.Client.StateAsync(id));

        var approved = await server.Client.ApproveAsync(id);
        Assert.Equal(("wichai", true), (approved["approvals"]![0]!["by"]!.GetValue<string>(), approved["approvals"]![0]!["secondPerson"]!.GetValue<bool>()));
        await server.SentAsync(id);
        Assert.Equal(3, server.MailsOf(id).Length);
    }

    [Fact]
    public async Task What_changed_since_it_was_seen_is_said_and_nothing_is_released()
    {
        await using var server = await KeyedAsync();
        var id = await AwaitingAsync(server);
        var seen = (await server.Client.GetJsonAsync($"/api/cycles/{id}"))["manifestSha256"]!.GetValue<string>();
        await AwardFlowClient.SucceedAsync(
            await server.Client.PutJsonAsync($"/api/cycles/{id}/entries/E0002/address", new { address = "saraban@elsewhere.example" }));

        using var refused = await server.Client.PostAsync($"/api/cycles/{id}/approve", new { manifestSha256 = seen });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var problem = await AwardFlowClient.JsonAsync(refused);
        var change = Assert.Single(problem["changes"]!["entries"]!.AsArray())!;
        Assert.Equal(
            ("E0002", "saraban-e0002@entrant.example", "saraban@elsewhere.example", false),
            (
                change["entryCode"]!.GetValue<string>(),
                change["addressBefore"]!.GetValue<string>(),
                change["addressAfter"]!.GetValue<string>(),
                change["documents"]!.GetValue<bool>()));
        Assert.Contains("E0002", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotEqual(seen, problem["manifestSha256"]!.GetValue<string>());

        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        Assert.Contains(server.MailsOf(id), mail => MimeMessage.Load(mail, Cancelled).To.ToString() == "saraban@elsewhere.example");
    }

    [Theory]
    [InlineData(TrailKind.DefinitionChanged)]
    [InlineData(TrailKind.EmblemChanged)]
    [InlineData(TrailKind.ScoresUploaded)]
    [InlineData(TrailKind.UploadUndone)]
    [InlineData(TrailKind.Withdrawn)]
    [InlineData(TrailKind.Extended)]
    [InlineData(TrailKind.CloseRequested)]
    [InlineData(TrailKind.AddressCorrected)]
    public async Task Whoever_changed_anything_that_it_covers_cannot_give_it(string kind)
    {
        await using var server = await LocalServer.StartAsync(embedded, ("Approval:Default", "required"));
        var id = CycleId.Parse(await AwaitingAsync(server));
        var commands = server.Services.GetRequiredService<ApprovalCommands>();
        var cycles = server.Services.GetRequiredService<CycleStore>();
        var nuan = new Actor("person:7", "นวล", From: null);
        var cycle = await cycles.GetAsync(id, Cancelled);
        Assert.NotNull(
            await cycles.TryCommitAsync(cycle with { Resends = cycle.Resends + 1 }, [], new TrailEntry(kind, nuan, server.Time.GetUtcNow()), Cancelled));

        // The name on the door may have changed since; the person has not.
        var refused = await Assert.ThrowsAsync<CycleConflictException>(
            () => commands.ApproveAsync(id, cycle.ManifestSha256, new Approver(nuan with { Name = "นวลจันทร์" }, []), Cancelled));
        Assert.Contains("second person", refused.Text.English, StringComparison.Ordinal);
        Assert.NotNull(
            (await commands.ApproveAsync(id, cycle.ManifestSha256, new Approver(nuan with { Id = "person:8", Name = "สมชาย" }, []), Cancelled)).ApprovedAt);
    }

    [Fact]
    public async Task An_operators_definition_alone_does_not_do_away_with_it()
    {
        await using var server = await KeyedAsync();
        var definition = LocalServer.NewCycle(cycle => cycle with { Approval = Approval.None });
        using var malee = new AwardFlowClient(server.Address, AwardFlowClient.OperatorKey);
        await AwardFlowClient.SucceedAsync(await malee.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await malee.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(["E1"])));
        await AwardFlowClient.SucceedAsync(await malee.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E1"], "ก")));
        using (var forbidden = await malee.PutJsonAsync($"/api/cycles/{definition.Id}/approval", new { approval = "none" }))
        {
            Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        }
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{definition.Id}/close"));
        await server.DoneAsync("ReleaseLetters", definition.Id.Text, "False");
        Assert.Equal(
            ("awaitingApproval", "required"),
            (await malee.StateAsync(definition.Id.Text), (await malee.GetJsonAsync($"/api/cycles/{definition.Id}"))["approval"]!.GetValue<string>()));

        // Nor does an approver without a look at what waits.
        using var wichai = new AwardFlowClient(server.Address, AwardFlowClient.ApproverKey);
        using var blind = await wichai.PutJsonAsync($"/api/cycles/{definition.Id}/approval", new { approval = "none" });
        Assert.Equal(HttpStatusCode.Conflict, blind.StatusCode);
        Assert.Contains("approve them", (await AwardFlowClient.JsonAsync(blind))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(server.MailsOf(definition.Id.Text));
        await wichai.ApproveAsync(definition.Id);
        await server.SentAsync(definition.Id.Text);
    }

    [Fact]
    public async Task Only_who_holds_the_last_position_does_away_with_it_and_not_for_positions_that_come_afterwards()
    {
        await using var server = await LocalServer.StartAsync(embedded, ("Approval:Default", "required"));
        var id = CycleId.Parse(await server.OpenCycleAsync(entries: 1, definition => definition with { Approvals = Two }));
        var commands = server.Services.GetRequiredService<ApprovalCommands>();
        Approver Of(params string[] positions) => new(new Actor("person:7", "นวล", From: null), positions);
        await Assert.ThrowsAsync<CycleConflictException>(() => commands.SetRuleAsync(id, Approval.None, Of(), Cancelled));
        await Assert.ThrowsAsync<CycleConflictException>(() => commands.SetRuleAsync(id, Approval.None, Of("ก"), Cancelled));
        Assert.Equal(Approval.None, (await commands.SetRuleAsync(id, Approval.None, Of("ข"), Cancelled)).ApprovalRule);
        Assert.Equal("none", (await server.Client.GetJsonAsync($"/api/cycles/{id}"))["approval"]!.GetValue<string>());
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(TestCycle.Definition with { Id = id, Approvals = ["ข", "ค"] }));
        Assert.Equal("required", (await server.Client.GetJsonAsync($"/api/cycles/{id}"))["approval"]!.GetValue<string>());
    }

    [Fact]
    public async Task Who_does_away_with_it_and_then_has_a_hand_in_the_letters_has_not_done_away_with_it()
    {
        await using var server = await LocalServer.StartAsync(embedded, ("Approval:Default", "required"));
        var id = CycleId.Parse(await server.OpenCycleAsync(entries: 1));
        var nuan = new Actor("person:7", "นวล", From: null);
        await server.Services.GetRequiredService<ApprovalCommands>().SetRuleAsync(id, Approval.None, new Approver(nuan, []), Cancelled);
        await server.Services.GetRequiredService<AwardFlow.Intake.CycleCommands>().CloseAsync(id, nuan, Cancelled);
        await server.DoneAsync("ReleaseLetters", id.Text, "Released = False");
        Assert.Equal("awaitingApproval", await server.Client.StateAsync(id.Text));
    }

    [Fact]
    public async Task A_page_of_results_that_was_altered_in_storage_is_written_into_no_mail()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        var storage = embedded.Storage;
        var cycle = await server.Services.GetRequiredService<CycleStore>().GetAsync(CycleId.Parse(id), Cancelled);
        var name = $"{id}/{cycle.ResultsSha256}/page-0001.json";
        var right = (await storage.Results.FindAsync(name, Cancelled))!;
        await storage.Results.WriteAsync(
            new NewBlob(name, BinaryData.FromString(right.ToString().Replace("นายกเทศมนตรี", "ผู้ใหญ่บ้าน", StringComparison.Ordinal)), "application/json"),
            Cancelled);
        Assert.Equal(cycle.ResultPartsSha256, (await server.Client.GetJsonAsync($"/api/cycles/{id}/manifest"))["resultPartsSha256"]!.GetValue<string>());
        await server.Client.ApproveAsync(id);
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(5), async () => (await server.Client.GetJsonAsync($"/api/cycles/{id}"))["problem"] is not null);
        Assert.Empty(server.MailsOf(id));

        await storage.Results.WriteAsync(new NewBlob(name, right, "application/json"), Cancelled);
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(5), async () => await server.Client.StateAsync(id) == "sent");
        Assert.Single(server.MailsOf(id));
    }

    [Fact]
    public async Task A_definition_that_was_altered_in_storage_is_written_into_no_mail()
    {
        await using var server = await KeyedAsync(Undo);
        var id = CycleId.Parse(await AwaitingAsync(server));
        await server.Client.ApproveAsync(id);
        var (storage, cycle) = (server.Services.GetRequiredService<IStorage>(), await server.Services.GetRequiredService<CycleStore>().GetAsync(id, Cancelled));
        var name = $"{id}/{cycle.DefinitionSha256}.json";
        var altered = (await storage.Uploads.FindAsync(name, Cancelled))!.ToString().Replace("saraban@", "thief@", StringComparison.Ordinal);
        await storage.Uploads.WriteAsync(new NewBlob(name, BinaryData.FromString(altered), "application/json"), Cancelled);
        server.Time.Advance(TimeSpan.FromMinutes(2));
        await server.Log.WaitForAsync("failed", id.Text);
        Assert.Empty(server.MailsOf(id.Text));
    }

    [Fact]
    public async Task Several_approvers_come_in_their_order_each_another_person()
    {
        await using var server = await LocalServer.StartAsync(embedded, ("Approval:Default", "required"));
        var id = CycleId.Parse(await AwaitingAsync(server, definition => definition with { Approvals = ["หัวหน้าศูนย์", "ผู้อำนวยการ"] }));
        var commands = server.Services.GetRequiredService<ApprovalCommands>();
        var seen = (await server.Services.GetRequiredService<CycleStore>().GetAsync(id, Cancelled)).ManifestSha256;
        Approver Of(string name, params string[] positions) => new(new Actor($"person:{name}", name, From: null), positions);

        await Assert.ThrowsAsync<CycleConflictException>(() => commands.ApproveAsync(id, seen, Of("ก", "ผู้อำนวยการ"), Cancelled));
        Assert.Null((await commands.ApproveAsync(id, seen, Of("ข", "หัวหน้าศูนย์", "ผู้อำนวยการ"), Cancelled)).ApprovedAt);
        // The same again says nothing new, also where the person holds the next position too.
        Assert.Single((await commands.ApproveAsync(id, seen, Of("ข", "หัวหน้าศูนย์", "ผู้อำนวยการ"), Cancelled)).Approvals);
        var done = await commands.ApproveAsync(id, seen, Of("ก", "ผู้อำนวยการ"), Cancelled);
        Assert.Equal(["หัวหน้าศูนย์", "ผู้อำนวยการ"], done.Approvals.Select(approval => approval.Position));
        await server.SentAsync(id.Text);
    }

    [Fact]
    public async Task Of_two_who_give_it_at_once_one_is_told_that_the_other_did()
    {
        await using var server = await LocalServer.StartAsync(embedded, ("Approval:Default", "required"));
        var id = CycleId.Parse(await AwaitingAsync(server));
        var commands = server.Services.GetRequiredService<ApprovalCommands>();
        var seen = (await server.Services.GetRequiredService<CycleStore>().GetAsync(id, Cancelled)).ManifestSha256;
        var both = await Task.WhenAll(Two.Select(async name =>
        {
            try
            {
                return (await commands.ApproveAsync(id, seen, new Approver(Actor.Named(name), []), Cancelled)).ApprovedBy == name;
            }
            catch (CycleConflictException)
            {
                return false;
            }
        }));
        Assert.Single(both, didIt => didIt);
    }

    [Fact]
    public async Task It_can_be_taken_back_while_its_time_runs_and_no_mail_goes_before()
    {
        await using var server = await KeyedAsync(Undo);
        var id = await AwaitingAsync(server);
        Assert.NotNull((await server.Client.ApproveAsync(id))["undoUntil"]);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/approve/undo"));
        server.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("awaitingApproval", await server.Client.StateAsync(id));
        Assert.Empty(server.MailsOf(id));

        await server.Client.ApproveAsync(id);
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(20), async () => await server.Client.StateAsync(id) == "sent");
        Assert.Equal(3, server.MailsOf(id).Length);
        using var late = await server.Client.PostAsync($"/api/cycles/{id}/approve/undo");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // The hash in the ledger is altered with it.
    public async Task A_document_that_was_swapped_after_it_is_sent_as_it_was_approved(bool withHash)
    {
        await using var server = await KeyedAsync(Undo);
        var id = CycleId.Parse(await AwaitingAsync(server));
        var original = await server.Client.GetBytesAsync($"/api/cycles/{id}/letters/E0001");
        await server.Client.ApproveAsync(id);
        var (storage, entry) = (server.Services.GetRequiredService<IStorage>(), EntryCode.Parse("E0001"));
        var forged = "%PDF-1.7 forged"u8.ToArray();
        await server.Services.GetRequiredService<LetterStore>().WriteAsync(id, entry, LetterDocument.Letter, forged, Cancelled);
        if (withHash)
        {
            var row = (await server.Services.GetRequiredService<DeliveryLedger>().FindAsync(id, entry, Cancelled))!;
            var documents = new Dictionary<string, string>(row.Documents, StringComparer.Ordinal)
            {
                ["letter.pdf"] = Convert.ToHexStringLower(SHA256.HashData(forged)),
            };
            await storage.Rows.CommitAsync(id.Text, RowChange.Replace(row with { Documents = documents }), Cancelled);
        }
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(20), async () => await server.Client.StateAsync(id.Text) == "sent");
        Assert.Equal(original, Attached(server, id.Text, "E0001"));
    }

    [Fact]
    public async Task An_address_that_was_changed_after_it_waits_for_a_second_person()
    {
        await using var server = await KeyedAsync(Undo);
        var id = CycleId.Parse(await AwaitingAsync(server));
        await server.Client.ApproveAsync(id);
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(20), async () => await server.Client.StateAsync(id.Text) == "sent");
        await AwardFlowClient.SucceedAsync(
            await server.Client.PutJsonAsync($"/api/cycles/{id}/entries/E0003/address", new { address = "saraban@elsewhere.example" }));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0003/resend", new { reason = "it came back" }));
        await server.DoneAsync("SendLetter", id.Text, "E0003");
        var held = await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0003");
        Assert.Equal(("held", "addressNotApproved"), (held["state"]!.GetValue<string>(), held["why"]!["code"]!.GetValue<string>()));
        Assert.Equal(3, server.MailsOf(id.Text).Length);

        var commands = server.Services.GetRequiredService<AddressCommands>();
        var own = await Assert.ThrowsAsync<CycleConflictException>(
            () => commands.ReleaseAsync(id, [(EntryCode.Parse("E0003"), "saraban@elsewhere.example")], PersonOf("malee", server, id), Cancelled));
        Assert.Contains("second person", own.Text.English, StringComparison.Ordinal);
        using var unseen = await ReleaseAsync(server, id, "saraban@another.example");
        Assert.Equal(HttpStatusCode.Conflict, unseen.StatusCode);
        await AwardFlowClient.SucceedAsync(await ReleaseAsync(server, id, "saraban@elsewhere.example"));
        await server.ResentAsync(id.Text, "E0003");
        Assert.Contains(server.MailsOf(id.Text), mail => MimeMessage.Load(mail, Cancelled).To.ToString() == "saraban@elsewhere.example");
    }

    [Fact]
    public async Task An_address_that_somebody_wrote_into_storage_is_not_mailed_to()
    {
        await using var server = await KeyedAsync(Undo);
        var id = CycleId.Parse(await AwaitingAsync(server));
        await server.Client.ApproveAsync(id);
        var row = (await server.Services.GetRequiredService<DeliveryLedger>().FindAsync(id, EntryCode.Parse("E0002"), Cancelled))!;
        await server.Services.GetRequiredService<IStorage>().Rows
            .CommitAsync(id.Text, RowChange.Replace(row with { Address = "thief@elsewhere.example" }), Cancelled);
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(20), async () => await server.Client.StateAsync(id.Text) == "sent");
        Assert.Equal("addressNotApproved", (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0002"))["why"]!["code"]!.GetValue<string>());
        Assert.Equal(2, server.MailsOf(id.Text).Length);
    }

    private Task<LocalServer> KeyedAsync(params (string, string)[] settings) => LocalServer.StartAsync(embedded, [.. settings, .. AwardFlowClient.Keys]);

    private static async Task<string> AwaitingAsync(LocalServer server, Func<CycleDefinition, CycleDefinition>? change = null)
    {
        var id = await server.OpenCycleAsync(entries: 3, change);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        return id;
    }

    private static Task<HttpResponseMessage> ReleaseAsync(LocalServer server, CycleId id, string address) =>
        server.Client.PostAsync($"/api/cycles/{id}/addresses/release", new { addresses = new[] { new { entryCode = "E0003", address } } });

    private static Actor PersonOf(string name, LocalServer server, CycleId id) =>
        server.Services.GetRequiredService<IStorage>().Rows.ListAsync<TrailLine>(id.Text, RowRange.Prefix("trail!"), Cancelled)
            .Select(line => line.By).FirstAsync(by => by?.Name == name, Cancelled).AsTask().Result!;

    private static byte[] Attached(LocalServer server, string id, string entry)
    {
        var mail = server.MailsOf(id)
            .Select(file => MimeMessage.Load(file, Cancelled))
            .Single(mail => mail.To.ToString().Contains(entry, StringComparison.OrdinalIgnoreCase));
        using var content = new MemoryStream();
        mail.Attachments.Cast<MimePart>().First(part => part.FileName!.Contains("letter", StringComparison.Ordinal)).Content!.DecodeTo(content, Cancelled);
        return content.ToArray();
    }
}
