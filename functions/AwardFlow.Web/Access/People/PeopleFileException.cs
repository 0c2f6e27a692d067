namespace AwardFlow.Web.Access;

/// <summary>The people's file cannot be used. Nobody is let in by it.</summary>
/// <param name="message">Why, in one line.</param>
public sealed class PeopleFileException(string message) : Exception(message);
