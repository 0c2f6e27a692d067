using System.Globalization;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Receipts;
using AwardFlow.Thai;
using AwardFlow.Web.Api;

namespace AwardFlow.Web.Receipts;

/// <summary>The page that a recipient's link opens: the letter, its documents, and the stamp or the form for it.</summary>
internal sealed class ReceiptPage(ReceiptTexts texts, ReceiptCase opened, string token, string formValue)
{
    /// <summary>What every link gets that opens nothing, whatever is wrong with it.</summary>
    public static Html NotFound { get; } = Html.Of(
        $"""
        <!doctype html>
        <html lang="th">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>ไม่พบหน้านี้</title>
        <link rel="stylesheet" href="{PageFiles.AddressOf("tokens.css")}">
        <link rel="stylesheet" href="{PageFiles.AddressOf("receipt.css")}">
        </head>
        <body>
        <main>
        <h1>ไม่พบหน้านี้</h1>
        <p>ลิงก์ไม่ถูกต้อง หมดอายุ หรือถูกแทนที่แล้ว โปรดเปิดลิงก์จากไปรษณีย์อิเล็กทรอนิกส์ฉบับล่าสุด หรือติดต่อผู้ส่งหนังสือ</p>
        <p lang="en">This link is wrong, has expired or was replaced. Please open the link in the latest mail, or contact the sender.</p>
        </main>
        </body>
        </html>

        """);

    /// <summary>Writes the page.</summary>
    /// <param name="form">What the form holds.</param>
    /// <param name="notice">What the recipient must know first; null for nothing.</param>
    /// <param name="faults">What is wrong with the form.</param>
    public Html Write(ReceiptForm form, string? notice, IReadOnlyList<ReceiptFault> faults)
    {
        var letter = opened.Definition.Letter;
        var organiser = opened.Definition.Organiser;
        var failed = notice is not null || faults.Count > 0;
        return Html.Of(
            $"""
            <!doctype html>
            <html lang="{texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{(failed ? $"({Math.Max(1, faults.Count)}) " : "")}{(opened.Receipt is null ? texts.Title : texts.Stamped)}: {ThaiNumerals.InText(letter.Number)}</title>
            <link rel="stylesheet" href="{PageFiles.AddressOf("tokens.css")}">
            <link rel="stylesheet" href="{PageFiles.AddressOf("receipt.css")}">
            </head>
            <body>
            <header>
            <p lang="th">{organiser.Name}</p>
            <nav aria-label="{texts.OtherLanguageName}"><a href="?lang={texts.OtherLanguage}" lang="{texts.OtherLanguage}" hreflang="{texts.OtherLanguage}">{texts.OtherLanguageName}</a></nav>
            </header>
            <main>
            <h1>{texts.Title}</h1>
            {Notice(notice)}{Errors(faults)}
            <dl>
            <div><dt>{texts.Number}</dt><dd lang="th">{ThaiNumerals.InText(letter.Number)}</dd></div>
            <div><dt>{texts.Date}</dt><dd>{texts.InFull(letter.Date)}</dd></div>
            <div><dt>{texts.Subject}</dt><dd lang="th">{ThaiNumerals.InText(letter.Subject)}</dd></div>
            <div><dt>{texts.Addressee}</dt><dd lang="th">{opened.Entry.Addressee}</dd></div>
            </dl>
            {Stamp()}<h2>{texts.Documents}</h2>
            <ul class="documents">{Html.Join(LetterDocuments.Of(opened.Row).Select(Document))}</ul>
            {Form(form, faults)}
            </main>
            <footer>
            <p>{texts.Contact}: <span lang="th">{texts.Numbers(organiser.Centre)} {texts.Numbers(organiser.Team)}</span> {Phone(organiser.Phone)} <span lang="th">({organiser.Contact})</span> <a href="mailto:{organiser.SarabanEmail}">{organiser.SarabanEmail}</a></p>
            </footer>
            </body>
            </html>

            """);
    }

    private static Html Notice(string? notice) => notice is null ? Html.Empty : Html.Of($"""<p class="notice" role="alert">{notice}</p>""");

    private Html Errors(IReadOnlyList<ReceiptFault> faults) => faults.Count == 0 ? Html.Empty : Html.Of(
        $"""
        <div class="notice" role="alert" tabindex="-1" autofocus>
        <h2>{texts.ErrorsTitle}</h2>
        <ul>{Html.Join(faults.Select(fault => Html.Of($"""<li><a href="#{FieldOf(fault)}">{texts.Fault(fault)}</a></li>""")))}</ul>
        </div>
        """);

    private Html Document(LetterDocument document)
    {
        var file = LetterStore.FileName(document);
        return Html.Of($"""<li><a href="{token}/{file}" download="{file}">{texts.Download(texts.DocumentNames.GetValueOrDefault(file, file))}</a></li>""");
    }

    private Html Stamp()
    {
        if (opened.Receipt is not { } receipt)
        {
            return Html.Empty;
        }
        return Html.Of(
            $"""
            <section aria-labelledby="stamped">
            <h2 id="stamped">{texts.Stamped}</h2>
            <div class="stamp" lang="th"><p>{opened.Entry.Organisation}</p>{Html.Join(receipt.StampLines().Select(line => Html.Of($"<p>{line}</p>")))}</div>
            <dl>
            {Pair(texts.SentOnTo, receipt.Division)}{Pair(texts.RegisteredBy, receipt.Name)}
            </dl>
            <p>{(opened.Row.Stamp?.TelephonedTo is null ? texts.StampedHint : texts.ByTelephone)}</p>
            </section>
            """);
    }

    private static Html Pair(string term, string? text) => text is null ? Html.Empty : Html.Of($"<div><dt>{term}</dt><dd>{text}</dd></div>");

    private Html Form(ReceiptForm form, IReadOnlyList<ReceiptFault> faults)
    {
        if (!opened.IsOpen)
        {
            return Html.Of($"""<p class="closed">{texts.Closed}</p>""");
        }
        var fields = Fields(form, faults);
        return opened.Receipt is null
            ? Html.Of($"""<section aria-labelledby="register"><h2 id="register">{texts.FormTitle}</h2>{fields}</section>""")
            : Html.Of($"""<details{(faults.Count > 0 ? Html.Of($" open") : Html.Empty)}><summary id="correct">{texts.Correct}</summary>{fields}</details>""");
    }

    // Not checked by the browser: its bubbles speak its own language, come one at a time, and screen readers lose them.
    private Html Fields(ReceiptForm form, IReadOnlyList<ReceiptFault> faults) => Html.Of(
        $"""
        <form method="post" action="?lang={texts.Language}" novalidate>
        <input type="hidden" name="form" value="{formValue}">
        {(opened.Receipt is null ? Html.Of($"<p>{texts.FormHint}</p>") : Html.Empty)}
        {Text("number", texts.RegisterNumber, form.Number, ReceiptForm.LongestNumber, required: true, faults)}
        <fieldset>
        <legend>{texts.ReceivedOn}</legend>
        {ErrorsOf("day", faults)}
        <div class="row">
        <div><label for="day">{texts.Day}</label><input id="day" name="day" value="{form.Day}" inputmode="numeric" maxlength="2" size="2" required{Described("day", faults)}{Invalid("day", faults)}></div>
        <div><label for="month">{texts.Month}</label><select id="month" name="month"{Described("day", faults)}{Invalid("day", faults)}>{Html.Join(texts.Months.Index().Select(month => Month(month.Index + 1, month.Item, form.Month)))}</select></div>
        <div><label for="year">{texts.Year}</label><input id="year" name="year" value="{form.Year}" inputmode="numeric" maxlength="4" size="4" required{Described("day", faults)}{Invalid("day", faults)}></div>
        </div>
        </fieldset>
        <div class="field"><label for="time">{texts.Time}</label><p id="time-hint">{texts.TimeHint}</p>{ErrorsOf("time", faults)}
        <input id="time" name="time" value="{form.Time}" inputmode="decimal" maxlength="8" size="8" required{Described("time", faults, "time-hint")}{Invalid("time", faults)}></div>
        {Text("division", texts.Division, form.Division, ReceiptForm.LongestText, required: true, faults)}
        {Text("name", texts.Name, form.Name, ReceiptForm.LongestText, required: false, faults)}
        <button id="save">{(opened.Receipt is null ? texts.Submit : texts.SubmitCorrection)}</button>
        </form>
        """);

    private static Html Month(int month, string name, string chosen) =>
        Html.Of($"""<option value="{month}"{(chosen == month.ToString(CultureInfo.InvariantCulture) ? Html.Of($" selected") : Html.Empty)}>{name}</option>""");

    private Html Text(string field, string label, string value, int longest, bool required, IReadOnlyList<ReceiptFault> faults) => Html.Of(
        $"""
        <div class="field"><label for="{field}">{label}</label>{ErrorsOf(field, faults)}
        <input id="{field}" name="{field}" value="{value}" maxlength="{longest}" autocomplete="off"{(required ? Html.Of($" required") : Html.Empty)}{Described(field, faults)}{Invalid(field, faults)}></div>
        """);

    private Html ErrorsOf(string field, IReadOnlyList<ReceiptFault> faults) => Html.Join(
        faults.Where(fault => FieldOf(fault) == field)
            .Select(fault => Html.Of($"""<p class="error" id="error-{fault.ToString()}">{texts.Fault(fault)}</p>""")));

    private static Html Described(string field, IReadOnlyList<ReceiptFault> faults, string? hint = null)
    {
        var by = string.Join(' ', faults.Where(fault => FieldOf(fault) == field).Select(fault => $"error-{fault}").Prepend(hint).OfType<string>());
        return by.Length == 0 ? Html.Empty : Html.Of($""" aria-describedby="{by}" """);
    }

    private static Html Invalid(string field, IReadOnlyList<ReceiptFault> faults) =>
        faults.Any(fault => FieldOf(fault) == field) ? Html.Of($""" aria-invalid="true" """) : Html.Empty;

    private static string FieldOf(ReceiptFault fault) => fault switch
    {
        ReceiptFault.NumberMissing or ReceiptFault.NumberTooLong => "number",
        ReceiptFault.DateWrong or ReceiptFault.DateTooEarly or ReceiptFault.DateAhead => "day",
        ReceiptFault.TimeWrong => "time",
        ReceiptFault.DivisionMissing or ReceiptFault.DivisionTooLong => "division",
        _ => "name",
    };

    private Html Phone(string phone) =>
        TelephoneNumber.Link(phone) is { } link ? Html.Of($"""<a href="{link}">{texts.Numbers(phone)}</a>""") : Html.Of($"{texts.Numbers(phone)}");
}
