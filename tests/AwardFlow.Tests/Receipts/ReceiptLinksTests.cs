using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Receipts;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.Tests.Receipts;

public class ReceiptLinksTests
{
    private static readonly DateTimeOffset Mailed = new(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7));

    private static readonly LetterDelivery Row = LetterDelivery.Of(CycleId.Parse("test-2564"), EntryCode.Parse("รหัส-๑")) with
    {
        Address = "saraban@entrant.example",
        ClaimedAt = Mailed,
        Sending = 3,
    };

    private readonly FakeTimeProvider _time = new(Mailed);

    [Fact]
    public void A_link_names_its_letter_under_the_public_address()
    {
        var link = Links().For(TestCycle.Definition, Row);
        Assert.StartsWith("https://award.example/base/r/", link.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(
            new ReceiptLink(CycleId.Parse("test-2564"), EntryCode.Parse("รหัส-๑"), 3, ReceiptLinks.AddressTag("saraban@entrant.example"), Letter: 1),
            Links().Read(Token()));
    }

    [Fact]
    public void A_corrections_link_names_the_correction_and_no_other_letter()
    {
        var correction = LetterDelivery.Of(Row.Cycle, Row.EntryCode, letter: 2) with
        {
            Address = Row.Address,
            ClaimedAt = Row.ClaimedAt,
            Sending = Row.Sending,
        };
        Assert.Equal(new ReceiptLink(Row.Cycle, Row.EntryCode, 3, ReceiptLinks.AddressTag(Row.Address), Letter: 2), Links().Read(Token(correction)));
        Assert.NotEqual(Token(), Token(correction));
    }

    [Fact]
    public void The_same_mail_has_the_same_link() => Assert.Equal(Token(), Token());

    [Fact]
    public void Letters_sendings_addresses_and_cycles_have_links_of_their_own() => Assert.Equal(
        5,
        new[]
        {
            Row,
            Row with { Sending = 2 },
            Row with { Address = "b@entrant.example" },
            LetterDelivery.Of(CycleId.Parse("test-2564"), EntryCode.Parse("E2")) with { Address = Row.Address, ClaimedAt = Mailed, Sending = 3 },
            Row with { Partition = "other-2564" },
        }
            .Select(Token).Distinct().Count());

    [Fact]
    public void Any_change_of_any_character_makes_it_worthless()
    {
        var token = Token();
        for (var i = 0; i < token.Length; i++)
        {
            foreach (var other in "Ab9_-=. ")
            {
                var altered = new StringBuilder(token) { [i] = other }.ToString();
                Assert.True(altered == token || Links().Read(altered) is null, altered);
            }
            Assert.Null(Links().Read(token[..i]));
        }
        Assert.Null(Links().Read(token + "="));
        Assert.Null(Links().Read(" " + token));
        Assert.Null(Links().Read(new string('A', 100_000)));
    }

    [Fact]
    public void It_ends_in_a_letter_or_a_digit_and_a_full_stop_behind_it_is_passed_over()
    {
        for (var i = 1; i <= 500; i++)
        {
            var token = Token(Row with { Sending = i });
            Assert.True(char.IsAsciiLetterOrDigit(token[^1]), token);
            Assert.Equal(i, Links().Read(token + ".")?.Sending);
        }
    }

    [Fact]
    public void Without_the_key_nobody_makes_one() =>
        Assert.Null(Links().Read(Links("another-key-of-at-least-32-characters").For(TestCycle.Definition, Row).Segments[^1]));

    [Fact]
    public void It_ends_thirty_days_after_the_last_receipt_could_come()
    {
        var definition = TestCycle.Definition with { Receipts = new ReceiptRules { ClosesReceiptsAfterDays = 10 } };
        var token = Links().For(definition, Row).Segments[^1];
        _time.SetUtcNow(Mailed.AddDays(40).AddSeconds(-1));
        Assert.NotNull(Links().Read(token));
        _time.SetUtcNow(Mailed.AddDays(40).AddSeconds(60));
        Assert.Null(Links().Read(token));
    }

    [Fact]
    public void A_forms_value_is_good_for_its_page_and_revision_and_for_a_day()
    {
        var (links, token) = (Links(), Token());
        var value = links.FormValue(token, 2);
        Assert.Equal(2, links.ReadFormValue(token, value));
        Assert.Null(links.ReadFormValue(Token(Row with { Sending = 4 }), value));
        Assert.Null(links.ReadFormValue(token, $"3{value[1..]}"));
        Assert.Null(links.ReadFormValue(token, ""));
        Assert.Null(links.ReadFormValue(token, token));
        Assert.Null(links.Read(value));
        _time.Advance(TimeSpan.FromHours(25));
        Assert.Null(links.ReadFormValue(token, value));
    }

    private string Token() => Token(Row);

    private string Token(LetterDelivery row) => Links().For(TestCycle.Definition, row).Segments[^1];

    private ReceiptLinks Links(string key = "a-key-of-receipts-for-tests-only-2564") =>
        new(new ReceiptSettings { BaseUrl = new Uri("https://award.example/base/"), Key = Encoding.UTF8.GetBytes(key) }, _time);
}
