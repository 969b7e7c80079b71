namespace Ermine.Generator.Rules.Events;

/// <summary>What a member becomes in JSON.</summary>
internal enum LeafKind
{
    Text,
    Number,
    Boolean,
}
