using AwardFlow.Cycles;
using AwardFlow.Delivery;

namespace AwardFlow.IntegrationTests.Delivery;

/// <summary>Mails for transports.</summary>
internal static class TestMails
{
    public static LetterMail To(string address, string entry = "E1", string? from = null) => LetterMail.Write(
        TestCycle.Definition,
        LetterDelivery.Of(CycleId.Parse("test-2564"), EntryCode.Parse(entry)) with
        {
            Address = address,
            ClaimedAt = new DateTimeOffset(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7)),
        },
        "นายกเทศมนตรีตำบลลำใหม่",
        new Uri("https://award.example/r/token"),
        [("letter.pdf", BinaryData.FromBytes("%PDF-1.7 letter"u8.ToArray())), ("certificate.pdf", BinaryData.FromBytes("%PDF-1.7 certificate"u8.ToArray()))],
        new MailSettings { From = from });
}
