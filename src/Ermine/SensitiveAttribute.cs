namespace Ermine;

/// <summary>Says that a member is not for callers: a rule (ERM426) tells of endpoints whose answers would hold it.</summary>
/// <remarks>It changes nothing at run time: documents are stored with it, and messages carry it.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SensitiveAttribute : Attribute;
