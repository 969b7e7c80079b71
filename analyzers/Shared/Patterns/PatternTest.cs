namespace Ermine.Shared.Patterns;

/// <summary>One alternative of a field.</summary>
/// <param name="Operator">How it looks at a value.</param>
/// <param name="Offset">Where it stands in the pattern.</param>
/// <param name="Length">Its length there.</param>
/// <param name="Values">What it compares with; empty for ranges, blocks and existence.</param>
/// <param name="Range">The range of <see cref="PatternOperator.Numeric"/>.</param>
/// <param name="Block">The block of <see cref="PatternOperator.Cidr"/>.</param>
internal sealed record PatternTest(PatternOperator Operator, int Offset, int Length, IReadOnlyList<PatternValue> Values, PatternRange? Range = null, AddressBlock? Block = null);
