"""French words by the code they give rise to."""

# ruff: noqa: E501  # phrases read better unbroken

from __future__ import annotations

from reasoning.lexicons.lexicon import Lexicon, words

LEXICON = Lexicon(
    negations=words(
        """ne n' n'a n'est n'ont pas jamais aucun aucune personne rien sans ni nul nulle manque guère plus-jamais incapable
        n'existe n'y"""
    ),
    overclaims=words(
        """garantit garanti garantie garantir toujours meilleur meilleure meilleurs mieux certainement certain certaine
        seulement uniquement parfait parfaite parfaitement doit promet promis sûrement définitivement assurément idéal
        idéale excellent excellente brillant imbattable évidemment prouvé expert experte unique complètement absolument
        mérite salaire prime promotion promu automatiquement exclusivement davantage plus"""
    ),
    hedges=words(
        """peut-être probablement éventuellement possiblement pourrait pourraient devrait peut semble apparemment
        prétendument environ presque quasiment bientôt récemment actuellement déjà encore parfois souvent généralement
        si parce car potentiellement serait"""
    ),
    quantifiers=words(
        """tous toutes tout toute chaque chacun quelques certains certaines plusieurs beaucoup peu plupart majorité
        minorité moitié double nombreux nombreuses"""
    ),
    numbers=words(
        """zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente
        quarante cinquante soixante cent mille million douzaine premier première deuxième troisième second seconde demi
        quart double mois an ans année années semaine semaines jours heures points euros"""
    ),
    protected=words(
        """enceinte grossesse maternité paternité congé malade maladie arrêt-maladie handicapé handicapée handicap santé
        dépression burnout cancer thérapie médicaments religion religieux chrétien musulman juif hindou bouddhiste athée
        ethnie origine race noir blanc asiatique nationalité immigré migrant genre sexe homme femme masculin féminin gay
        lesbienne bisexuel transgenre orientation âge âgé âgée vieux jeune marié mariée célibataire divorcé veuf enfants
        enfant famille syndicat parti politique"""
    ),
    personal=words("né née naissance anniversaire adresse téléphone courriel e-mail email"),
    function_words=words("le la les du au et pour avec est sont a été niveau poste demande depuis qui que en de dans"),
    predicates={
        "hold": words("possède a maîtrise détient dispose possédez"),
        "assess": words("évaluation évalué évaluée atteste"),
        "pass": words("validé réussi suivi"),
        "ask": words("demande exige requiert nécessite réclame demandé exigé requis demandée exigée requise"),
        "meet": words("remplit satisfait atteint couvre remplies remplie"),
        "record": words("dossier enregistré observé observés trace"),
        "teach": words("enseigne"),
        "precede": words("prérequis d'abord avant préalable"),
        "move": words("passage passages mobilité transition"),
        "carry": words("transférable transférables acquérir apprendre"),
        "path": words("parcours chemin étape étapes compte"),
        "mentor": words("mentorat mentor propose accompagner"),
        "work": words("occupe exerce travaille commencé devenu pris"),
        "manage": words("dirige gère supervise recrute licencie aime recommande"),
        "rival": words("interdit exclut remplace empêche bloque ignore rejette refuse perd perdu oublié"),
    },
)
