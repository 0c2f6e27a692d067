namespace AwardFlow.Cycles;

/// <summary>A text with rules of its own: which texts are valid, and which two are the same. It is stored and sent as the text.</summary>
/// <typeparam name="TSelf">The kind of text.</typeparam>
/// <param name="text">The text as it was written.</param>
public abstract class TextValue<TSelf>(string text) : IEquatable<TSelf>
    where TSelf : TextValue<TSelf>
{
    private string? _key;
    private int _hash;

    /// <summary>The text as it was written.</summary>
    public string Text { get; } = text;

    /// <summary>The form in which texts of this kind are compared.</summary>
    internal string Key => _key ??= KeyOf(Text);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(TextValue<TSelf>? one, TextValue<TSelf>? other) => Equals(one, other);

    /// <summary>Whether the two are not the same.</summary>
    public static bool operator !=(TextValue<TSelf>? one, TextValue<TSelf>? other) => !Equals(one, other);

    /// <inheritdoc/>
    public bool Equals(TSelf? other) => ReferenceEquals(this, other) || (other is not null && Key == other.Key);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TSelf);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override string ToString() => Text;

    private protected abstract string KeyOf(string text);
}
