using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AwardFlow.Intake.Workbooks;

/// <summary>Writes the comments of a sheet (ECMA-376 part 1, 18.7), each with the drawing that programs show it by (part 4, VML).</summary>
internal static class CommentParts
{
    /// <summary>The id by which the sheet names the drawings.</summary>
    public const string DrawingId = "comments";

    // Excel's limit of a comment is that of a cell; more than this is read nowhere.
    private const int LongestText = 1_000;

    public static void Add(WorksheetPart sheet, IReadOnlyList<CellComment> comments)
    {
        sheet.AddNewPart<WorksheetCommentsPart>("texts").Comments = new Comments(
            new Authors(new Author("AwardFlow")),
            new CommentList(
                comments.Select(comment => new Comment(new CommentText(new Text(Short(comment.Text)))) { Reference = comment.Address, AuthorId = 0 })));
        using var drawing = new StreamWriter(
            sheet.AddNewPart<VmlDrawingPart>(DrawingId).GetStream(FileMode.Create, FileAccess.Write), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        drawing.Write("""
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
            """);
        foreach (var (comment, i) in comments.Select((comment, i) => (comment, i)))
        {
            drawing.Write(string.Create(CultureInfo.InvariantCulture, $"""
                <v:shape id="n{i}" type="#note" style="position:absolute;width:220pt;height:90pt;visibility:hidden" fillcolor="#fff2cc"><v:fill color2="#fff2cc"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>{comment.Row - 1}</x:Row><x:Column>{comment.Column}</x:Column></x:ClientData></v:shape>
                """));
        }
        drawing.Write("</xml>");
    }

    private static string Short(string text) => WorkbookWriter.Writable(text.Length <= LongestText ? text : text[..(LongestText - 1)] + '…');
}
