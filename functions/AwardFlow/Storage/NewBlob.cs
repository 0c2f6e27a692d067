namespace AwardFlow.Storage;

/// <summary>A blob to be written.</summary>
public sealed class NewBlob
{
    /// <summary>A blob with a content that is at hand.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its content.</param>
    /// <param name="contentType">Its media type, which Azure shows; embedded storage goes by the name's extension.</param>
    public NewBlob(string name, BinaryData content, string contentType = "application/octet-stream")
    {
        ArgumentNullException.ThrowIfNull(content);
        (Name, Content, ContentType) = (name, content.ToStream(), contentType);
    }

    /// <summary>A blob with a content that is read from a stream, from where it stands to its end. The stream stays open.</summary>
    /// <inheritdoc cref="NewBlob(string, BinaryData, string)" path="/param"/>
    public NewBlob(string name, Stream content, string contentType = "application/octet-stream")
    {
        ArgumentNullException.ThrowIfNull(content);
        (Name, Content, ContentType) = (name, content, contentType);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its content, from where the stream stands to its end.</summary>
    public Stream Content { get; }

    /// <summary>Its media type.</summary>
    public string ContentType { get; }
}
