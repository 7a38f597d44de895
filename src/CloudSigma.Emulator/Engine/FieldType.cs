// The kinds of members that a schema can name.
namespace CloudSigma.Emulator.Engine;

internal enum FieldType
{
    String,
    Integer,
    Boolean,
    Decimal,
    DateTime,

    /// <summary>A list of plain texts.</summary>
    List,

    /// <summary>A free map from texts to texts.</summary>
    Dict,

    /// <summary>An object without a description.</summary>
    Object,

    /// <summary>Another object: a reference, or members of its own.</summary>
    Related,
}
