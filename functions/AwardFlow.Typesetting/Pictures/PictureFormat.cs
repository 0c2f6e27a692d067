namespace AwardFlow.Typesetting.Pictures;

/// <summary>A format of pictures.</summary>
public enum PictureFormat
{
    /// <summary>Portable Network Graphics, with or without transparency.</summary>
    Png,

    /// <summary>Scalable Vector Graphics: shapes in plain colours.</summary>
    Svg,
}
