// Rules of the public surface that reviews should not have to look for. Each message says how to fix a breach.
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;
using CloudSigma.Sdk.TestKit.Http;

namespace CloudSigma.Sdk.Tests.Conventions;

public class ConventionTests
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Assemblies = [typeof(ICloudSigmaClient).Assembly, typeof(ApiModel).Assembly];

    private static IEnumerable<Type> PublicTypes => Assemblies.SelectMany(static a => a.GetExportedTypes());

    private static IEnumerable<MethodInfo> PublicMethods => PublicTypes.SelectMany(static t => t.GetMethods(Declared))
        .Where(static m => (m.IsPublic || (m.IsFamily && !m.DeclaringType!.IsSealed)) && !m.IsSpecialName && !m.Name.Contains('<', StringComparison.Ordinal));

    private static IEnumerable<Type> Clients => typeof(ICloudSigmaClient).Assembly.GetExportedTypes().Where(static t => t.IsInterface && t.Name.EndsWith("Client", StringComparison.Ordinal));

    [Fact]
    public void Asynchronous_methods_end_in_Async() => Check(
        PublicMethods.Where(static m => IsAsynchronous(m.ReturnType) && !m.Name.EndsWith("Async", StringComparison.Ordinal) && !IsListShape(m)),
        "Rename it so that it ends in 'Async'.");

    [Fact]
    public void Methods_that_end_in_Async_are_asynchronous() => Check(
        PublicMethods.Where(static m => m.Name.EndsWith("Async", StringComparison.Ordinal) && !IsAsynchronous(m.ReturnType)),
        "Return a Task, ValueTask, IAsyncEnumerable or Pageable, or drop 'Async' from the name.");

    [Fact]
    public void Asynchronous_methods_take_an_optional_token_last() => Check(
        PublicMethods.Where(static m => IsAsynchronous(m.ReturnType) && !IsDispose(m) && !IsInfrastructure(m) && !IsListFactory(m)
            && m.GetParameters() is var p && !(p.Length > 0 && p[^1] is { Name: "cancellationToken", HasDefaultValue: true } last && last.ParameterType == typeof(CancellationToken))),
        "Make 'CancellationToken cancellationToken = default' its last parameter.");

    [Fact]
    public void Methods_that_send_requests_name_their_operation() => Check(
        Clients.SelectMany(static t => t.GetMethods())
            .Where(static m => IsAsynchronous(m.ReturnType) && !IsSendAsync(m) && !m.GetCustomAttributes<ApiOperationAttribute>().Any()),
        "Put [ApiOperation(\"...\")] with the id of the operation on it.");

    [Fact]
    public void Named_operations_exist()
    {
        var known = ExampleFolder.Operations?.Select(static o => o.Id).ToHashSet();
        Check(
            Clients.SelectMany(static t => t.GetMethods())
                .Where(m => m.GetCustomAttributes<ApiOperationAttribute>().Any(a => string.IsNullOrWhiteSpace(a.Id) || known?.Contains(a.Id) == false)),
            "Its [ApiOperation] has an id that is not documented. Take the id from the table of operations.");
    }

    [Fact]
    public void Clients_are_properties_of_the_root()
    {
        var offered = typeof(ICloudSigmaClient).GetProperties().Select(static p => p.PropertyType).ToHashSet();
        Check(Clients.Where(t => t != typeof(ICloudSigmaClient) && !offered.Contains(t)), "Add a property for it to ICloudSigmaClient.");
    }

    [Fact]
    public void Public_types_are_not_open_for_inheritance_by_accident() => Check(
        PublicTypes.Where(static t => t.IsClass && !t.IsSealed && !t.IsAbstract && !IsMeantAsBase(t)),
        "Make it sealed, abstract or static. A base of exceptions or converters has to have a public type derived from it.");

    [Fact]
    public void Models_are_sealed_records_without_setters()
    {
        var models = PublicTypes.Where(static t => typeof(ApiModel).IsAssignableFrom(t) && t != typeof(ApiModel)).ToList();
        Assert.NotEmpty(models);
        Check(models.Where(static t => !t.IsSealed || t.GetMethod("<Clone>$") is null), "Declare it as 'sealed record'.");
        Check(
            models.SelectMany(static t => t.GetProperties(Declared)).Where(static p => p.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))),
            "Make its setter 'init'.");
    }

    [Fact]
    public void Every_json_member_has_its_public_property()
    {
        var fields = MemberFields().ToList();
        Assert.NotEmpty(fields);
        Check(
            fields.Where(static f => !f.IsDefined(typeof(JsonIncludeAttribute), false) || f.GetCustomAttribute<JsonPropertyNameAttribute>() is null),
            "Put [JsonInclude, JsonPropertyName(\"...\")] on it; without them the member is not on the wire.");
        Check(fields.Where(static f => f.IsPublic), "Make it internal; the public property is what applications use.");
        Check(
            fields.Where(static f => f.DeclaringType!.GetProperty(PropertyName(f), Declared) is not { GetMethod.IsPublic: true } p || !p.IsDefined(typeof(JsonIgnoreAttribute), false)),
            "Add a public property with [JsonIgnore] whose name is that of the field without underscore, with a capital letter.");
    }

    [Fact]
    public void Every_public_property_of_a_model_has_its_json_member()
    {
        var fields = MemberFields().Select(static f => (f.DeclaringType, PropertyName(f))).ToHashSet();
        Check(
            PublicTypes.Where(static t => typeof(ApiModel).IsAssignableFrom(t) && t != typeof(ApiModel))
                .SelectMany(static t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
                .Where(p => p.SetMethod is not null && !fields.Contains((p.DeclaringType, p.Name))),
            "Back it by an internal Member<T> field, so that absent, null and a value stay apart.");
    }

    [Fact]
    public void Json_names_are_used_once_per_model()
    {
        Check(
            MemberFields().GroupBy(static f => (f.DeclaringType, f.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name)).Where(static g => g.Count() > 1).Select(static g => g.Last()),
            "Another member of the model has the same JSON name.");
    }

    [Fact]
    public void Every_public_member_is_documented()
    {
        var breaches = new List<MemberInfo>();
        foreach (var assembly in Assemblies)
        {
            var documentation = XmlDocumentation.Of(assembly);
            foreach (var type in assembly.GetExportedTypes())
            {
                if (!documentation.Has(type)) breaches.Add(type);
                breaches.AddRange(WrittenMembers(type).Where(m => !documentation.Has(m)));
            }
        }

        Check(breaches, "Write a <summary>, a <value> or <inheritdoc/> for it.");
    }

    [Fact]
    public void Test_of_documentation_finds_what_is_missing() =>
        Assert.False(XmlDocumentation.Of(typeof(ICloudSigmaClient).Assembly).Has(typeof(ConventionTests)));

    private static IEnumerable<FieldInfo> MemberFields() => Assemblies.SelectMany(static a => a.GetTypes())
        .Where(static t => typeof(ApiModel).IsAssignableFrom(t))
        .SelectMany(static t => t.GetFields(Declared))
        .Where(static f => f.FieldType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Member<>));

    private static string PropertyName(FieldInfo field)
    {
        var name = field.Name.TrimStart('_');
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>The members that somebody wrote: not those which the compiler adds to records, and not overrides, whose base is documented.</summary>
    private static IEnumerable<MemberInfo> WrittenMembers(Type type) => type.GetMembers(Declared).Where(m => m switch
    {
        MethodInfo method => (method.IsPublic || (method.IsFamily && !type.IsSealed)) && !method.IsDefined(typeof(CompilerGeneratedAttribute), false)
            && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && method.GetBaseDefinition() == method && !method.Name.Contains('.', StringComparison.Ordinal),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(a => a.IsPublic || (a.IsFamily && !type.IsSealed)) && property.Name != "EqualityContract"
            && property.GetAccessors(nonPublic: true).All(static a => a.GetBaseDefinition() == a) && !IsPositional(property),
        ConstructorInfo constructor => constructor is { IsStatic: false, IsPublic: true } && constructor.GetParameters().Length > 0
            && !constructor.IsDefined(typeof(CompilerGeneratedAttribute), false) && !IsPrimary(constructor),
        FieldInfo field => field is { IsPublic: true, IsSpecialName: false },
        EventInfo => true,
        _ => false,
    });

    // Parameters of a primary constructor are documented on the type.
    private static bool IsPositional(PropertyInfo property) => property.DeclaringType!.GetConstructors()
        .Any(c => c.GetParameters().Any(p => p.Name == property.Name));

    private static bool IsPrimary(ConstructorInfo constructor) => constructor.DeclaringType!.GetConstructors().Length == 1;

    private static bool IsAsynchronous(Type type)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            if (level == typeof(Task) || level == typeof(ValueTask)) return true;
            if (level.IsGenericType && level.GetGenericTypeDefinition() is var open
                && (open == typeof(Task<>) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>) || open == typeof(Pageable<>))) return true;
        }

        return false;
    }

    // Pageable<T>.AsPages and its factories carry the names of Azure.Core; they send nothing by themselves.
    private static bool IsListShape(MethodInfo method) => IsListFactory(method)
        || (method.DeclaringType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Pageable<>) && method.Name == "AsPages") || IsInfrastructure(method);

    private static bool IsListFactory(MethodInfo method) => method is { IsStatic: true, DeclaringType.IsGenericType: true }
        && method.DeclaringType.GetGenericTypeDefinition() == typeof(Pageable<>);

    // The pipeline is used by clients, which always have a token at hand; it asks for it.
    private static bool IsInfrastructure(MethodInfo method) => method.DeclaringType!.Namespace!.StartsWith("CloudSigma.Sdk.Core.", StringComparison.Ordinal)
        || method.DeclaringType == typeof(CloudSigmaCredential);

    private static bool IsDispose(MethodInfo method) => method.Name == nameof(IAsyncDisposable.DisposeAsync);

    private static bool IsSendAsync(MethodInfo method) => method.DeclaringType == typeof(ICloudSigmaClient) && method.Name == nameof(ICloudSigmaClient.SendAsync);

    private static bool IsMeantAsBase(Type type) => PublicTypes.Any(t => t.BaseType == type || (t.BaseType is { IsGenericType: true } b && b.GetGenericTypeDefinition() == type));

    private static void Check(IEnumerable<MemberInfo> breaches, string hint)
    {
        var names = breaches.Select(static m => m is Type type ? type.FullName! : $"{m.DeclaringType!.Name}.{m.Name}").Distinct().ToList();
        Assert.True(names.Count == 0, $"{hint}\n{string.Join('\n', names)}");
    }
}
