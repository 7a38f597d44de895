// The documentation file that the compiler writes beside an assembly.
using System.Reflection;
using System.Xml.Linq;

namespace CloudSigma.Sdk.Tests.Conventions;

/// <summary>Looks members up in the documentation file. Only the names count, not the parameters: overloads are documented together or not at all.</summary>
internal sealed class XmlDocumentation
{
    private readonly HashSet<string> _documented;

    private XmlDocumentation(IEnumerable<string> names) => _documented = [.. names];

    public static XmlDocumentation Of(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(file)) throw new FileNotFoundException($"There is no documentation beside {assembly.GetName().Name}. Keep GenerateDocumentationFile on.", file);
        return new XmlDocumentation(XDocument.Load(file).Descendants("member")
            .Where(static m => m.Elements("summary").Concat(m.Elements("value")).Concat(m.Elements("inheritdoc")).Any(static e => e.Name.LocalName == "inheritdoc" || e.Value.Trim().Length > 0))
            .Select(static m => m.Attribute("name")!.Value.Split('(')[0].Split('~')[0]));
    }

    public bool Has(MemberInfo member)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (member is Type type) return _documented.Contains("T:" + TypeName(type));
        var kind = member switch
        {
            PropertyInfo => "P",
            FieldInfo => "F",
            EventInfo => "E",
            _ => "M",
        };
        var name = member is ConstructorInfo ? "#ctor" : member.Name;
        if (member is MethodInfo { IsGenericMethod: true } generic) name += "``" + generic.GetGenericArguments().Length;
        return _documented.Contains($"{kind}:{TypeName(member.DeclaringType!)}.{name}");
    }

    private static string TypeName(Type type) => type.FullName!.Replace('+', '.');
}
