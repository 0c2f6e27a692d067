namespace AwardFlow.Typesetting.Pictures;

/// <summary>Why a file is not drawn.</summary>
public enum PictureFault
{
    /// <summary>The file has too many bytes.</summary>
    TooLarge,

    /// <summary>It is no PNG.</summary>
    NotPng,

    /// <summary>It has too many pixels; the value says how many.</summary>
    TooManyPixels,

    /// <summary>Its pixels cannot be read.</summary>
    Broken,

    /// <summary>It is no SVG.</summary>
    NotSvg,

    /// <summary>It says nowhere how large it is, or not in numbers; the value is what it says.</summary>
    NoSize,

    /// <summary>Its groups are nested too deep.</summary>
    TooDeep,

    /// <summary>Drawing it would take too much work.</summary>
    TooComplex,

    /// <summary>A path, length or transform cannot be read; the value is the beginning of it.</summary>
    Unreadable,

    /// <summary>It uses something that is not drawn: the value names the element, property or colour.</summary>
    NotDrawn,
}
