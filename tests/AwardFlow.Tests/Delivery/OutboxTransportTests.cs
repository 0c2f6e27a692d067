using AwardFlow.Cycles;
using AwardFlow.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Delivery;

public sealed class OutboxTransportTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("awardflow-outbox-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private OutboxTransport Outbox => new(_folder.FullName, new FakeTimeProvider(Now));

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("B", 2, "B_2", 1)]
    [InlineData("B", 12, "B_1", 2)]
    [InlineData("B_", 2, "B__2", 1)]
    [InlineData("B", 1, "B.eml", 1)]
    public async Task No_mail_takes_the_place_of_another(string one, int sendingOfOne, string other, int sendingOfOther)
    {
        await Outbox.SendAsync(Mail(Row(one, sendingOfOne)), Cancelled);
        Assert.Equal(MailAnswer.NeverTaken, await Outbox.AskAsync(Row(other, sendingOfOther), Cancelled));
        await Outbox.SendAsync(Mail(Row(other, sendingOfOther)), Cancelled);
        Assert.Equal(2, _folder.GetFiles("*.eml").Length);
    }

    [Fact]
    public async Task The_same_mail_again_is_one_file()
    {
        await Outbox.SendAsync(Mail(Row("E1")), Cancelled);
        await Outbox.SendAsync(Mail(Row("E1")), Cancelled);
        Assert.Equal(["test-2564_E1.eml"], _folder.GetFiles().Select(file => file.Name));
    }

    [Fact]
    public async Task A_mail_that_was_written_is_found()
    {
        await Outbox.SendAsync(Mail(Row("E1")), Cancelled);
        Assert.Equal(MailAnswerKind.Taken, (await Outbox.AskAsync(Row("E1"), Cancelled)).Kind);
    }

    [Fact]
    public async Task A_mail_of_an_earlier_trial_is_neither_found_nor_lost()
    {
        await Outbox.SendAsync(Mail(Row("E1")), Cancelled);
        var today = Row("E1", claimedAt: Now.AddDays(1));
        Assert.Equal(MailAnswer.NeverTaken, await Outbox.AskAsync(today, Cancelled));
        await Outbox.SendAsync(Mail(today), Cancelled);
        Assert.Equal(2, _folder.GetFiles("*.eml").Length);
        Assert.Equal(MailAnswerKind.Taken, (await Outbox.AskAsync(today, Cancelled)).Kind);
        Assert.Equal(MailAnswerKind.Taken, (await Outbox.AskAsync(Row("E1"), Cancelled)).Kind);
    }

    [Fact]
    public async Task What_is_no_mail_is_not_found()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "test-2564_E1.eml"), "not a mail", Cancelled);
        Assert.Equal(MailAnswer.NeverTaken, await Outbox.AskAsync(Row("E1"), Cancelled));
    }

    [Fact]
    public async Task A_file_has_CRLF_short_lines_and_nothing_beyond_ASCII()
    {
        await Outbox.SendAsync(Mail(Row("รหัส-๑")), Cancelled);
        var bytes = await File.ReadAllBytesAsync(_folder.GetFiles("*.eml").Single().FullName, Cancelled);
        Assert.All(bytes, b => Assert.InRange(b, 0, 127));
        var lines = System.Text.Encoding.ASCII.GetString(bytes).Split("\r\n");
        Assert.All(lines, line => Assert.True(line.Length <= 78 && !line.Contains('\n', StringComparison.Ordinal), line));
        Assert.Equal(3, lines.Count(line => line == "Content-Transfer-Encoding: base64"));
    }

    [Fact]
    public async Task Mails_and_their_folder_are_the_owners_alone_whatever_a_crash_left()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access lists.");
        var folder = Path.Combine(_folder.FullName, "mails");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{Row("E1").Id}.unfinished"), "hal", Cancelled);
        var outbox = new OutboxTransport(folder, new FakeTimeProvider(Now));
        var deeper = new OutboxTransport(Path.Combine(_folder.FullName, "more", "mails"), new FakeTimeProvider(Now));
        await outbox.SendAsync(Mail(Row("E1")), Cancelled);
        await deeper.SendAsync(Mail(Row("E1")), Cancelled);
        Assert.Equal([".eml"], Directory.GetFiles(folder).Select(Path.GetExtension));
        Assert.All(
            [
                .. Directory.EnumerateFiles(folder),
                .. Directory.EnumerateFileSystemEntries(Path.Combine(_folder.FullName, "more"), "*", SearchOption.AllDirectories),
            ],
            path => Assert.Equal(0, (int)Mode(path) & Convert.ToInt32("077", 8)));
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_service_that_is_away()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", Cancelled);
        var outbox = new OutboxTransport(Path.Combine(file, "outbox"), new FakeTimeProvider(Now));
        Assert.True((await Assert.ThrowsAsync<MailPostponedException>(() => outbox.SendAsync(Mail(Row("E1")), Cancelled))).ConcernsAll);
    }

    private static LetterDelivery Row(string entry, int sending = 1, DateTimeOffset? claimedAt = null) =>
        LetterDelivery.Of(CycleId.Parse("test-2564"), EntryCode.Parse(entry)) with
        {
            Address = "saraban@entrant.example",
            Sending = sending,
            ClaimedAt = claimedAt ?? Now,
        };

    private static LetterMail Mail(LetterDelivery row) => LetterMail.Write(
        TestCycle.Definition, row, "นายกเทศมนตรีตำบลลำใหม่", new Uri("https://award.example/r/token"),
        [("letter.pdf", BinaryData.FromBytes("%PDF-1.7 letter"u8.ToArray()))], new MailSettings());
}
