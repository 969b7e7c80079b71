namespace Ermine.Events.Matching;

/// <summary>A rule that matched. A structure, since writing one to an array takes no check of its type.</summary>
internal readonly record struct MatchedRule(RuleEntry Rule);
