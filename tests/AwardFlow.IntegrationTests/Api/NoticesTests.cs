using AwardFlow.IntegrationTests.Running;
using AwardFlow.Local.People;
using AwardFlow.Notices;
using AwardFlow.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace AwardFlow.IntegrationTests.Api;

public sealed class NoticesTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_approver_finds_a_mail_with_a_link_once_all_is_rendered_and_finds_no_second_one_after_a_restart()
    {
        (string, string)[] settings = [("People:File", _folder.Of(PeopleFile.Name)), ("Office:Url", "http://localhost:7071"), ("Mail:Timeout", "00:04:00")];
        string id;
        MimeMessage mail;
        await using (var server = await LocalServer.StartAsync(embedded, settings))
        {
            id = await server.OpenCycleAsync(entries: 2);
            await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
            await server.DoneAsync("ReleaseLetters", id, "False");
            new PeopleList(new DirectoryInfo(_folder.Path), TimeProvider.System).Add("วิชัย", ["approver"], [], "wichai@example.go.th");
            // Slower than the patience with a mail: one that is given up is not sent again.
            server.Time.Advance(TimeSpan.FromMinutes(1));
            await server.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(server.MailsOf(id).Length > 0));
            mail = await MimeMessage.LoadAsync(Assert.Single(server.MailsOf(id)), Cancelled);
        }
        await using (var server = await LocalServer.StartAsync(embedded, settings))
        {
            await server.Services.GetRequiredService<NoticeRun>().RunAsync(Cancelled);
            Assert.Empty(server.MailsOf(id));
        }
        Assert.Equal("wichai@example.go.th", mail.To.Mailboxes.Single().Address);
        Assert.StartsWith("รอท่านอนุมัติหนังสือ: ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"http://localhost:7071/#cycle/{id}", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"http://localhost:7071/#cycle/{id}", mail.HtmlBody, StringComparison.Ordinal);
    }
}
