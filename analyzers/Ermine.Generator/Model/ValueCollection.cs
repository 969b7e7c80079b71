namespace Ermine.Generator.Model;

/// <summary>How many values a parameter takes, and in what.</summary>
internal enum ValueCollection
{
    /// <summary>One value.</summary>
    None,

    /// <summary>An array, or what an array can be passed as.</summary>
    Array,

    /// <summary>A <c>List&lt;T&gt;</c>.</summary>
    List,
}
