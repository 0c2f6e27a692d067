namespace AwardFlow.Typesetting.Pdf;

/// <summary>What a part of a document is: the standard structure types that official documents need (ISO 32000-1, 14.8.4).</summary>
public enum PdfRole
{
    /// <summary>The whole document.</summary>
    Document,

    /// <summary>The document's heading; there is one.</summary>
    Heading,

    /// <summary>A heading within the document.</summary>
    Subheading,

    /// <summary>A paragraph, or a line that stands by itself.</summary>
    Paragraph,

    /// <summary>A list whose items have a dash or nothing before them; holds items.</summary>
    List,

    /// <summary>A list whose items are numbered; holds items.</summary>
    NumberedList,

    /// <summary>An item of a list; holds a label, if it has one, and a body.</summary>
    ListItem,

    /// <summary>An item's number or dash.</summary>
    ListLabel,

    /// <summary>What an item says.</summary>
    ListBody,

    /// <summary>A table; holds rows.</summary>
    Table,

    /// <summary>A row of a table; holds cells.</summary>
    TableRow,

    /// <summary>A cell that heads the column under it.</summary>
    ColumnHeader,

    /// <summary>A cell that heads the row beside it.</summary>
    RowHeader,

    /// <summary>A cell with what the table says.</summary>
    DataCell,

    /// <summary>A picture or chart; its alternative text says what is seen.</summary>
    Figure,

    /// <summary>No part of what the document says: page numbers, catchwords, and what is repeated.</summary>
    Artifact,
}
