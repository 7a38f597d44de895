// The public surface of an assembly as text, for reviews of what a change exposes.
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace CloudSigma.Sdk.TestKit;

/// <summary>Writes every public and protected member, one per line, in an order that does not depend on the compiler.</summary>
public static class PublicApiText
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(static t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Mark(type)}{Kind(type)} {(type.Namespace is { } space ? space + "." : "")}{Name(type)}{Bases(type)}\n");
            foreach (var line in Members(type).Distinct().Order(StringComparer.Ordinal)) text.Append("    ").Append(line).Append('\n');
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What may still change says so.</summary>
    private static string Mark(MemberInfo member) => member.GetCustomAttribute<ExperimentalAttribute>() is { } attribute ? $"[{attribute.DiagnosticId}] " : "";

    private static string Kind(Type type) =>
        typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly struct" : "struct"
        : type.IsAbstract && type.IsSealed ? "static class"
        : (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (type.GetMethod("<Clone>$") is null ? "class" : "record");

    private static string Bases(Type type)
    {
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var own = type.GetInterfaces().Except(inherited).Where(static i => i.IsPublic).Select(i => Name(i)).Order(StringComparer.Ordinal);
        var bases = type.IsClass && type.BaseType is { } parent && parent != typeof(object) ? [Name(parent), .. own] : own.ToList();
        return bases.Count == 0 || type.IsEnum ? "" : " : " + string.Join(", ", bases);
    }

    private static IEnumerable<string> Members(Type type)
    {
        var nullability = new NullabilityInfoContext();
        foreach (var member in type.GetMembers(Declared).Where(static m => !m.Name.Contains('<', StringComparison.Ordinal)))
        {
            // Equality and deconstruction of records follow from their kind.
            if (member is MethodInfo && member.IsDefined(typeof(CompilerGeneratedAttribute), false)) continue;
            switch (member)
            {
                case ConstructorInfo { IsStatic: false } constructor when IsVisible(constructor):
                    yield return $"{Access(constructor)}ctor({Parameters(constructor, nullability)})";
                    break;
                case MethodInfo { IsSpecialName: false } method when IsVisible(method):
                    yield return $"{Access(method)}{Name(method.ReturnType, nullability.Create(method.ReturnParameter))} {method.Name}{Generics(method)}({Parameters(method, nullability)})";
                    break;
                case MethodInfo { IsSpecialName: true } method when IsVisible(method) && method.Name.StartsWith("op_", StringComparison.Ordinal):
                    yield return $"static {Name(method.ReturnType)} {method.Name}({Parameters(method, nullability)})";
                    break;
                case PropertyInfo property when property.GetAccessors(nonPublic: true).FirstOrDefault(IsVisible) is { } accessor:
                    var required = property.IsDefined(typeof(RequiredMemberAttribute), false) ? "required " : "";
                    yield return $"{Mark(property)}{Access(accessor)}{required}{Name(property.PropertyType, nullability.Create(property))} {property.Name} {{ {Accessors(property)}}}";
                    break;
                case FieldInfo field when field is { IsPublic: true, IsSpecialName: false }:
                    yield return type.IsEnum
                        ? $"{field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"
                        : $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType, nullability.Create(field))} {field.Name}";
                    break;
                case EventInfo @event when @event.AddMethod is { } add && IsVisible(add):
                    yield return $"{Access(add)}event {Name(@event.EventHandlerType!)} {@event.Name}";
                    break;
                default:
                    break;
            }
        }
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && method.DeclaringType is { IsSealed: false });

    private static string Access(MethodBase method)
    {
        var access = method.IsPublic ? "" : "protected ";
        if (method.IsStatic) return access + "static ";
        if (method.DeclaringType!.IsInterface || method is ConstructorInfo || !method.IsVirtual || method.IsFinal) return access;
        var isOverride = ((MethodInfo)method).GetBaseDefinition().DeclaringType != method.DeclaringType;
        return access + (isOverride ? "override " : method.IsAbstract ? "abstract " : "virtual ");
    }

    private static string Accessors(PropertyInfo property)
    {
        var text = new StringBuilder();
        if (property.GetMethod is { } get && IsVisible(get)) text.Append("get; ");
        if (property.SetMethod is { } set && IsVisible(set))
            text.Append(set.ReturnParameter.GetRequiredCustomModifiers().Any(static m => m.Name == "IsExternalInit") ? "init; " : "set; ");
        return text.ToString();
    }

    private static string Generics(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(static a => a.Name))}>" : "";

    private static string Parameters(MethodBase method, NullabilityInfoContext nullability) => string.Join(", ", method.GetParameters().Select(p =>
    {
        var prefix = p.IsOut ? "out " : p.ParameterType.IsByRef ? (p.IsIn ? "in " : "ref ") : p.GetCustomAttributesData().Any(static a => a.AttributeType.Name is "ParamArrayAttribute" or "ParamCollectionAttribute") ? "params " : "";
        return $"{prefix}{Name(p.ParameterType, nullability.Create(p))} {p.Name}{(p.HasDefaultValue ? " = " + Default(p) : "")}";
    }));

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef) return Name(type.GetElementType()!, nullability);
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        var mark = nullability is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable } && !type.IsValueType ? "?" : "";
        if (type.IsArray) return $"{Name(type.GetElementType()!, nullability?.ElementType)}[]{mark}";
        if (Keywords.TryGetValue(type, out var keyword)) return keyword + mark;
        // Whether an open parameter may be null is not recorded reliably.
        if (type.IsGenericParameter) return type.Name;
        var name = type.Name.Split('`')[0];
        if (type is { IsNested: true, DeclaringType: { } outer }) name = $"{outer.Name.Split('`')[0]}.{name}";
        if (type.IsGenericType)
        {
            var arguments = type.GetGenericArguments();
            var states = nullability?.GenericTypeArguments ?? [];
            name += $"<{string.Join(", ", arguments.Select((a, i) => Name(a, i < states.Length ? states[i] : null)))}>";
        }

        return name + mark;
    }
}
