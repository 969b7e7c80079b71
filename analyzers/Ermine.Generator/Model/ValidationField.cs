namespace Ermine.Generator.Model;

/// <summary>What a check needs, made once.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Made">The expression that makes it.</param>
internal sealed record ValidationField(string Type, string Name, string Made);
