namespace Ermine.Events.Matching;

/// <summary>A field of a branch, by the number that its path has in a set of rules.</summary>
internal readonly record struct BranchField(int Field, FieldTest Test);
