using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace Ermine.Postgres.Paging;

/// <summary>A member that a list is ordered by: its value in an item, as text in a cursor, and in comparisons.</summary>
internal sealed class SortKey<T, TKey> where TKey : IParsable<TKey>
{
    private static readonly MethodInfo CompareTexts = typeof(string).GetMethod(nameof(string.CompareTo), [typeof(string)])!;

    private readonly MemberInfo[] _path;

    private SortKey(Expression<Func<T, TKey>> member, MemberInfo[] path) => (Member, _path) = (member, path);

    /// <summary>The member, as it was written.</summary>
    public Expression<Func<T, TKey>> Member { get; }

    /// <summary>The names of the members that lead to the value.</summary>
    public string Name => string.Join('.', _path.Select(m => m.Name));

    /// <exception cref="NotSupportedException">It is no member.</exception>
    public static SortKey<T, TKey> Of(Expression<Func<T, TKey>> member)
    {
        var path = new Stack<MemberInfo>();
        var part = member.Body;
        for (; part is MemberExpression access; part = access.Expression) path.Push(access.Member);
        return path.Count > 0 && part is ParameterExpression ? new SortKey<T, TKey>(member, [.. path]) : throw new NotSupportedException($"'{member}' is no member to sort by; write it as p => p.Name.");
    }

    public static SortKey<T, TKey> Of(PropertyInfo property)
    {
        var item = Expression.Parameter(typeof(T), "item");
        return new SortKey<T, TKey>(Expression.Lambda<Func<T, TKey>>(Expression.Property(item, property), item), [property]);
    }

    /// <summary>The value in an item, as text that is read back as the same value.</summary>
    public string Text(T item) => _path.Aggregate((object?)item, Step) switch
    {
        null => throw new NotSupportedException($"'{Name}' is null in an item; a list is ordered by a member that never is."),
        DateTimeOffset time => Rounded(time.UtcDateTime).ToString("O", CultureInfo.InvariantCulture),
        DateTime time => Rounded(time).ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    public bool TryParse(string text, [NotNullWhen(true)] out TKey? value) => TKey.TryParse(text, CultureInfo.InvariantCulture, out value);

    public Expression Equal(ParameterExpression item, TKey value) => Expression.Equal(In(item), Expression.Constant(value, typeof(TKey)));

    /// <summary>Whether the value in an item is greater, or less.</summary>
    public Expression Compare(ParameterExpression item, TKey value, bool isGreater)
    {
        var constant = Expression.Constant(value, typeof(TKey));
        var (left, right) = typeof(TKey) == typeof(string) ? (Expression.Call(In(item), CompareTexts, constant), Expression.Constant(0)) : (In(item), (Expression)constant);
        return isGreater ? Expression.GreaterThan(left, right) : Expression.LessThan(left, right);
    }

    private Expression In(ParameterExpression item) => _path.Aggregate((Expression)item, Expression.MakeMemberAccess);

    private static object? Step(object? value, MemberInfo member) => value is null ? null : member is PropertyInfo property ? property.GetValue(value) : ((FieldInfo)member).GetValue(value);

    // PostgreSQL keeps microseconds, rounded; compared with what is not, an item would come before or after itself. It reads the fraction of the
    // second as a floating-point number and rounds its millionfold to even (ParseFractionalSecond), so the same is done here, to the bit.
    private static DateTime Rounded(DateTime time)
    {
        var fraction = time.Ticks % TimeSpan.TicksPerSecond;
        var microseconds = (long)Math.Round((double)fraction / TimeSpan.TicksPerSecond * 1_000_000, MidpointRounding.ToEven);
        return time.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond - fraction);
    }
}
