namespace AwardFlow.Thai;

/// <summary>The languages in which people are told what is wrong.</summary>
public enum Language
{
    /// <summary>English, where nobody asks for another.</summary>
    English,

    /// <summary>Thai.</summary>
    Thai,
}
