using System.Reflection;
using Ermine.Generator.Model;

namespace Ermine.Generator.Tests.Model;

/// <summary>What the pipeline keeps must compare by content and hold nothing of a compilation, so it is text all the way down.</summary>
public sealed class ModelShapeTests
{
    [Theory]
    [InlineData(typeof(ClassModel))]
    [InlineData(typeof(AppModel))]
    public void A_model_is_made_of_text(Type model) => Assert.Empty(Foreign(model, model.Name, []));

    [Theory]
    [InlineData(typeof(WithObject))]
    [InlineData(typeof(WithArray))]
    [InlineData(typeof(WithClass))]
    public void A_model_that_is_not_is_found(Type model) => Assert.Single(Foreign(model, model.Name, []));

    private static IEnumerable<string> Foreign(Type type, string path, HashSet<Type> seen)
    {
        if (type == typeof(string) || type == typeof(int) || type == typeof(bool) || type.IsEnum || !seen.Add(type)) return [];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>)) return Foreign(type.GetGenericArguments()[0], $"{path}[]", seen);
        if (!IsRecord(type)) return [$"{path} is a {type.Name}"];
        return Fields(type).SelectMany(f => Foreign(f.FieldType, $"{path}.{f.Name}", seen));
    }

    private static bool IsRecord(Type type) => type is { IsClass: true, IsSealed: true } && type.GetMethod("<Clone>$") is not null;

    private static IEnumerable<FieldInfo> Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static);

    private sealed record WithObject(string Text, object Symbol);

    private sealed record WithArray(string[] Texts);

    private sealed record WithClass(WithClass.Inner Value)
    {
        public sealed class Inner;
    }
}
