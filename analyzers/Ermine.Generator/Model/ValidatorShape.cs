namespace Ermine.Generator.Model;

/// <summary>What a validator looks at.</summary>
internal enum ValidatorShape
{
    /// <summary>The parameters of a function.</summary>
    Parameters,

    /// <summary>The members of an object.</summary>
    Members,

    /// <summary>An object as a whole, whose members were read and checked one by one, as parameters are.</summary>
    Made,

    /// <summary>The items of an array.</summary>
    Array,

    /// <summary>The items of a list, which are had by their place.</summary>
    List,

    /// <summary>The items of another collection.</summary>
    Sequence,

    /// <summary>The values of a dictionary.</summary>
    Dictionary,
}
